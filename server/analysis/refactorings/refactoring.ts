import type { DaemonSetText } from '../document/daemonSets.ts';
import type { Step } from '../document/value.ts';
import type { YamlDocument } from '../document/yamlDocument.ts';
import type { SpanEdit } from '../finding.ts';
import type { Manifest } from '../rules/manifest.ts';

/** A place in a DaemonSet from which it can be rewritten. */
export interface Spot {
  readonly document: YamlDocument;
  readonly daemonSet: DaemonSetText;
  readonly manifest: Manifest;
  /** The way to the key or value at the cursor. */
  readonly path: readonly Step[];
}

/** A change that keeps a manifest valid and that nobody is told to make. */
export interface Refactoring {
  readonly title: string;
  readonly edits: readonly SpanEdit[];
}

/** Offers changes at a spot; empty where none makes sense. */
export type RefactoringSource = (spot: Spot) => readonly Refactoring[];
