import type { JsonObject, JsonValue } from '../base/json.ts';

/** Every request and notification of ours beyond LSP, typed once for client and server. Positions are zero-based UTF-16, as in LSP. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** One DaemonSet of a text document. */
export interface ManifestInfo {
  /** Its place among the DaemonSets of the document, from 0. */
  readonly index: number;
  readonly name: string;
  readonly namespace: string;
  readonly range: Range;
  /** The object as written (no defaults filled in); null while it cannot be simulated. */
  readonly object: JsonObject | null;
  /** Why it cannot be simulated: the first error; null when it can. */
  readonly problem: { readonly message: string; readonly range: Range } | null;
  /** Where fields stand in the text: `spec.updateStrategy.type` → range of the value. Only of fields that the panel links to. */
  readonly places: Readonly<Record<string, Range>>;
}

/** Request client → server: which DaemonSet is meant, and what it is now. */
export const manifestRequest = 'daemonscope/manifest';
export interface ManifestParams {
  readonly uri: string;
  /** Its index, or the position of the cursor: the DaemonSet around or nearest above it, else the first. */
  readonly which: { readonly index: number } | { readonly position: Position };
}
export interface ManifestResult {
  readonly version: number;
  readonly manifest: ManifestInfo;
  /** Names of all DaemonSets of the document, by index. */
  readonly all: readonly { readonly name: string; readonly namespace: string }[];
}

/** Notification client → server: which manifests the client wants {@link manifestChangedNotification} for (the whole list each time). */
export const followNotification = 'daemonscope/follow';
export interface FollowParams {
  readonly followed: readonly { readonly uri: string; readonly index: number }[];
}

/** Notification server → client, after each change of a document with a followed manifest, together with its diagnostics. */
export const manifestChangedNotification = 'daemonscope/manifestChanged';
export interface ManifestChangedParams {
  readonly uri: string;
  readonly version: number;
  readonly index: number;
  /** null: the document holds no such DaemonSet any more. */
  readonly manifest: ManifestInfo | null;
}

/**
 * Request client → server: the edits that give a field of a DaemonSet a value, comments and style kept. null: the document is no longer at that
 * version, or the field cannot be set by edits of its own place alone (behind an alias, in a template).
 */
export const setFieldRequest = 'daemonscope/setField';
export interface SetFieldParams {
  readonly uri: string;
  readonly index: number;
  readonly version: number;
  /** As in {@link ManifestInfo.places}; it need not be there yet. */
  readonly path: string;
  readonly json: JsonValue;
}
export interface SetFieldResult {
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

/** Request client → server: the objects of a YAML or JSON text that is no open document (a Git revision, a cluster file). The client never parses YAML. */
export const parseRequest = 'daemonscope/parse';
export interface ParseParams {
  readonly text: string;
}
export interface ParseResult {
  /** One value a YAML document, `List` items taken apart. */
  readonly objects: readonly JsonValue[];
  readonly problem: { readonly message: string; readonly position: Position } | null;
}

/** Request client → server: on which line (from 0) each key and list item of a text's first document stands, by its path: `events[2].do`. */
export const linesRequest = 'daemonscope/lines';
export interface LinesParams {
  readonly text: string;
}
export type LinesResult = Readonly<Record<string, number>>;

/** The scheme of the documents that diagnostics link to: `daemonscope-rule:/NAME.md`. The client asks the server for their text. */
export const ruleScheme = 'daemonscope-rule';

/** Request client → server: the document of a rule by its name, as Markdown. null: there is no such rule. */
export const ruleDocumentRequest = 'daemonscope/ruleDocument';
export interface RuleDocumentParams {
  readonly name: string;
}
export type RuleDocumentResult = string | null;

/** Request client → server: what the nearest `.daemonscope.yaml` above a document says of what the client decides. */
export const folderSettingsRequest = 'daemonscope/folderSettings';
export interface FolderSettingsParams {
  readonly uri: string;
}
export interface FolderSettingsResult {
  /** null: it says nothing of that. */
  readonly kubernetesVersion: string | null;
  /** The name of a built-in cluster, or the URI of a file. */
  readonly cluster: string | null;
}

/** Notification server → client: a `.daemonscope.yaml` has changed; what was asked before may be no longer so. */
export const folderSettingsChangedNotification = 'daemonscope/folderSettingsChanged';

/** Notification client → server: what of a document is on screen, so that its diagnostics come first. */
export const visibleRangesNotification = 'daemonscope/visibleRanges';
export interface VisibleRangesParams {
  readonly uri: string;
  readonly ranges: readonly Range[];
}

/**
 * Notification client → server: what is known of the world around a document, the whole of it each time. Only the client can look at Git and at
 * the files that settings name; the server's rules about edits and nodes keep quiet until they know.
 */
export const surroundingsNotification = 'daemonscope/surroundings';
export interface SurroundingsParams {
  readonly uri: string;
  /** Objects as they run now: those of Git HEAD, or of the saved file. Empty: nobody knows, or nothing runs yet. */
  readonly baseline: readonly JsonValue[];
  /** The nodes of the cluster that someone has chosen, as kubectl prints them; null: none is chosen. */
  readonly nodes: readonly JsonObject[] | null;
  /** DaemonSets that run there beside, and pods of none: what takes room on the nodes. */
  readonly beside?: readonly JsonObject[];
}
