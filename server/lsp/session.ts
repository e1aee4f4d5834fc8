import type { Connection } from 'vscode-languageserver';
import type { FolderSettings } from '../analysis/folderSettings.ts';
import type { Surroundings } from '../analysis/settings.ts';
import type { FormattingOffer } from './formattingOffer.ts';
import { createGuards, type Guard, type GuardLater } from './guard.ts';
import type { ServerHost } from './host.ts';
import type { OpenFile } from './openFiles.ts';
import { defaultServerSettings, type ServerSettings } from './settings.ts';
import { createWorkspaceIndex, type WorkspaceIndex } from './workspaceIndex.ts';

/** What the client can do, as far as answers depend on it. */
export interface ClientAbilities {
  readonly configuration: boolean;
  /** It tells of files that change on disk. */
  readonly watchesFiles: boolean;
  readonly snippets: boolean;
  /** It can show edits before they are made. */
  readonly annotatesEdits: boolean;
  /** How many folding ranges it takes. */
  readonly mostFolds: number;
  /** It asks for these again when it is told to. */
  readonly refreshesLenses: boolean;
  readonly refreshesHints: boolean;
}

/** Everything the server knows: one connection, its open files, its settings. */
export interface Session {
  readonly connection: Connection;
  readonly host: ServerHost;
  readonly guard: Guard;
  readonly guardLater: GuardLater;
  readonly files: Map<string, OpenFile>;
  followed: readonly { readonly uri: string; readonly index: number }[];
  /** What is known of the world around a document, by its URI; it may come before the document. */
  readonly around: Map<string, Surroundings>;
  /** The language of the editor, as a BCP 47 tag. */
  language: string;
  /** The folders that the client has open, as URIs. */
  folders: readonly string[];
  /** What the files of the workspace define. */
  readonly index: WorkspaceIndex;
  settings: ServerSettings;
  /** What the `.daemonscope.yaml` that holds for a folder says, by the folder's URI. */
  readonly folderSettings: Map<string, FolderSettings>;
  abilities: ClientAbilities;
  formatting: FormattingOffer;
  /** Files whose formatting has been refused in words. */
  readonly refusedFormatting: Set<string>;
}

export function createSession(connection: Connection, host: ServerHost): Session {
  return {
    connection,
    host,
    ...createGuards(connection),
    files: new Map(),
    followed: [],
    around: new Map(),
    language: 'en',
    folders: [],
    index: createWorkspaceIndex(host),
    settings: defaultServerSettings,
    folderSettings: new Map(),
    formatting: 'none',
    refusedFormatting: new Set(),
    abilities: {
      configuration: false,
      watchesFiles: false,
      snippets: false,
      annotatesEdits: false,
      mostFolds: 5_000,
      refreshesLenses: false,
      refreshesHints: false,
    },
  };
}
