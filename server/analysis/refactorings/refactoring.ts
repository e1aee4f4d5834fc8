import type { JsonValue } from '../../../core/base/json.ts';
import type { DaemonSetText } from '../document/daemonSets.ts';
import type { Step } from '../document/value.ts';
import type { YamlDocument } from '../document/yamlDocument.ts';
import { setField } from '../edits/setField.ts';
import type { SpanEdit } from '../finding.ts';
import type { Manifest } from '../rules/manifest.ts';

/** A place in a DaemonSet from which it can be rewritten. */
export interface Spot {
  readonly document: YamlDocument;
  readonly daemonSet: DaemonSetText;
  readonly manifest: Manifest;
  /** The way to the key or value at the cursor. */
  readonly path: readonly Step[];
  /** Somebody asks for refactorings, and not only for what a cursor passes by. */
  readonly asked: boolean;
}

/** A change that keeps a manifest valid and that nobody is told to make. */
export interface Refactoring {
  readonly title: string;
  readonly edits: readonly SpanEdit[];
}

/** Offers changes at a spot; empty where none makes sense. */
export type RefactoringSource = (spot: Spot) => readonly Refactoring[];

/** The change that gives a field a value; none where that cannot be done at its own place (behind an alias). */
export function rewriteField({ document, daemonSet }: Spot, title: string, path: readonly Step[], json: JsonValue): readonly Refactoring[] {
  const edits = setField(document, daemonSet.node, path.map(String), json);
  return edits === null || edits.length === 0 ? [] : [{ title, edits }];
}
