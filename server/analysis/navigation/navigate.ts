import type { Range } from '../../../core/protocol/lsp.ts';
import { type DaemonSetText, findDaemonSets, mayHoldDaemonSet } from '../document/daemonSets.ts';
import { rangeOf } from '../document/lineIndex.ts';
import { touches } from '../document/tree.ts';
import { readYamlDocument, type YamlDocument } from '../document/yamlDocument.ts';
import type { FileMode } from '../settings.ts';
import { podLabels } from './objectNames.ts';
import { type Occurrence, sameThing } from './occurrence.ts';
import { occurrencesIn } from './occurrences.ts';
import { refuseName, writeName } from './rename.ts';
import type { Pods } from './workspaceRename.ts';

/** A place of a name, in lines of its YAML document. */
export interface NamePlace {
  readonly role: Occurrence['role'];
  readonly range: Range;
}

/** All places of the name at an offset; empty where none stands. */
export function placesOfName(text: string, offset: number, mode: FileMode): readonly NamePlace[] {
  const found = nameAt(text, offset, mode);
  if (found === null) return [];
  return found.all.map(one => ({ role: one.role, range: rangeOf(found.document.lines, one.span) }));
}

/** What would be renamed at an offset (for a label, the pods that have it); null where there is no name, or one that nobody here has given. */
export function renameable(
  text: string,
  offset: number,
  mode: FileMode,
): { readonly range: Range; readonly name: string; readonly label: { readonly key: string; readonly pods: Pods } | null } | null {
  const found = nameAt(text, offset, mode);
  if (found === null) return null;
  const { kind, scope, span, name } = found.here;
  const pods = { labels: podLabels(found.daemonSet), namespace: found.daemonSet.namespace };
  return { range: rangeOf(found.document.lines, span), name, label: kind === 'label' ? { key: scope, pods } : null };
}

/** The edits that give the thing at an offset another name, or the reason why it cannot have it. */
export function renameAt(
  text: string,
  offset: number,
  newName: string,
  mode: FileMode,
): { readonly edits: readonly { readonly range: Range; readonly newText: string }[] } | { readonly refused: string } | null {
  const found = nameAt(text, offset, mode);
  if (found === null) return null;
  const taken = found.others.some(
    one => one.role === 'definition' && one.kind === found.here.kind && one.scope === found.here.scope && one.name === newName,
  );
  const refused =
    refuseName(found.here.kind, newName) ??
    (taken && found.here.kind !== 'label' ? `There is a ${found.here.kind} "${newName}" already.` : null);
  if (refused !== null) return { refused };
  return { edits: found.all.map(one => ({ range: rangeOf(found.document.lines, one.span), newText: writeName(newName, text, one.span) })) };
}

interface NameAt {
  readonly daemonSet: DaemonSetText;
  readonly document: YamlDocument;
  readonly here: Occurrence;
  /** All places of the same thing. */
  readonly all: readonly Occurrence[];
  readonly others: readonly Occurrence[];
}

function nameAt(text: string, offset: number, mode: FileMode): NameAt | null {
  if (!mayHoldDaemonSet(text)) return null;
  const document = readYamlDocument(text, mode);
  for (const daemonSet of findDaemonSets(document)) {
    const found = nameIn(document, daemonSet, offset);
    if (found !== null) return found;
  }
  return null;
}

function nameIn(document: YamlDocument, daemonSet: DaemonSetText, offset: number): NameAt | null {
  const occurrences = occurrencesIn(daemonSet);
  const here = occurrences.find(one => touches(one.span, offset));
  if (here === undefined) return null;
  return {
    daemonSet,
    document,
    here,
    all: occurrences.filter(one => sameThing(one, here)),
    others: occurrences.filter(one => !sameThing(one, here)),
  };
}
