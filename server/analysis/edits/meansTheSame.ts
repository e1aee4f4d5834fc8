import { jsonEquals } from '../../../core/base/json.ts';
import type { Node } from '../document/tree.ts';
import { readValue } from '../document/value.ts';
import { readYamlDocument, type YamlDocument } from '../document/yamlDocument.ts';
import type { SpanEdit } from '../finding.ts';
import { applySpanEdits } from './applySpanEdits.ts';

/** Whether a document says the same to the API server after edits, and can still be read: what every change of looks has to keep. */
export function meansTheSame(document: YamlDocument, edits: readonly SpanEdit[]): boolean {
  const after = readYamlDocument(applySpanEdits(document.text, edits), { template: false });
  if (after.problems.length > 0 || after.partial || hasEarlyAlias(after.root, new Set())) return false;
  return jsonEquals(readValue(document.root).value, readValue(after.root).value);
}

/** An alias that stands before its anchor, which YAML does not allow. Walks the tree in the order of the text. */
function hasEarlyAlias(node: Node | null, seen: Set<string>): boolean {
  if (node === null) return false;
  if (node.kind === 'alias') return !seen.has(node.name);
  if (node.anchor !== null) seen.add(node.anchor);
  if (node.kind === 'sequence') return node.items.some(item => hasEarlyAlias(item, seen));
  return node.kind === 'mapping' && node.pairs.some(({ key, value }) => hasEarlyAlias(key, seen) || hasEarlyAlias(value, seen));
}
