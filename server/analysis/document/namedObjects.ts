import type { Range } from '../../../core/protocol/lsp.ts';
import { indexLines, rangeOf } from './lineIndex.ts';
import { ownText } from './ownText.ts';

/** An object that other documents define, as far as a DaemonSet may speak of it. */
export interface NamedObject {
  readonly kind: string;
  readonly name: string;
  /** Empty: none is written, or the kind has none. */
  readonly namespace: string;
  /** Where its name stands, in lines of its YAML document. */
  readonly range: Range;
  /** Keys below `data` and `stringData`. */
  readonly keys: readonly string[];
  /** The labels a Service asks for, and where; null for other kinds and for a Service without. */
  readonly selector: { readonly labels: ReadonlyMap<string, string>; readonly range: Range } | null;
}

/** What a DaemonSet refers to by name, and what refers to its pods by labels. */
const kinds: ReadonlySet<string> = new Set([
  'ConfigMap',
  'Secret',
  'ServiceAccount',
  'PriorityClass',
  'PersistentVolumeClaim',
  'RuntimeClass',
  'Service',
]);

/**
 * The object that a YAML document defines, found by its lines: kind and name at their usual places, keys of its data. Quick enough to look at every
 * file of a workspace, and no more exact than that. Null for other kinds.
 */
export function namedObject(text: string): NamedObject | null {
  const kind = /^kind:[ \t]*["']?(\w+)/m.exec(text)?.[1];
  if (kind === undefined || !kinds.has(kind)) return null;
  const name = metadataField(text, 'name');
  if (name === null) return null;
  return {
    kind,
    name: ownText(name.value),
    namespace: ownText(metadataField(text, 'namespace')?.value ?? ''),
    range: rangeOf(indexLines(text), name),
    keys: dataKeys(text).map(ownText),
    selector: kind === 'Service' ? selectorOf(text) : null,
  };
}

interface Written {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

function metadataField(text: string, field: 'name' | 'namespace'): Written | null {
  const block = new RegExp(`^metadata:[^\\n]*\\n(?:[ \\t][^\\n]*\\n)*?[ \\t]+${field}:[ \\t]*["']?([\\w.-]+)`, 'md').exec(`${text}\n`);
  const found = block ?? new RegExp(`^metadata:[ \\t]*\\{[^}\\n]*\\b${field}:[ \\t]*["']?([\\w.-]+)`, 'md').exec(text);
  const [start, end] = found?.indices?.[1] ?? [];
  return start === undefined || end === undefined ? null : { value: text.slice(start, end), start, end };
}

function dataKeys(text: string): readonly string[] {
  return [...text.matchAll(/^(?:data|stringData):[^\n]*\n((?:(?:[ \t][^\n]*)?\n)*)/gm)].flatMap(([, block = '']) => {
    const indent = /^( +)\S/m.exec(block)?.[1] ?? '';
    if (indent === '') return [];
    return [...block.matchAll(new RegExp(`^${indent}["']?([\\w.-]+)["']?:`, 'gm'))].map(([, key = '']) => key);
  });
}

/** The labels below `selector:`, the first one at the indentation of the fields of `spec`. */
function selectorOf(text: string): NamedObject['selector'] {
  const [, head = '', indent = '', block = ''] =
    /^(spec:[^\n]*\n(?:[ \t][^\n]*\n)*?)([ ]+)selector:[ \t]*\n((?:[ \t]+[^\n]*\n?)*)/m.exec(`${text}\n`) ?? [];
  const labels = new Map<string, string>();
  for (const line of block.split('\n')) {
    const [, column = '', key = '', value = ''] = /^( +)["']?([\w./-]+)["']?:[ \t]+["']?([\w.-]*)/.exec(line) ?? [];
    if (column.length <= indent.length) break;
    labels.set(ownText(key), ownText(value));
  }
  if (labels.size === 0) return null;
  const start = text.indexOf(head) + head.length + indent.length;
  return { labels, range: rangeOf(indexLines(text), { start, end: start + 'selector'.length }) };
}
