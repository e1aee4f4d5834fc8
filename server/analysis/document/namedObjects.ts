/** An object that other documents define, as far as a DaemonSet may speak of it. */
export interface NamedObject {
  readonly kind: string;
  readonly name: string;
  /** Keys below `data` and `stringData`. */
  readonly keys: readonly string[];
}

/** What a DaemonSet refers to by name. */
const kinds: ReadonlySet<string> = new Set([
  'ConfigMap',
  'Secret',
  'ServiceAccount',
  'PriorityClass',
  'PersistentVolumeClaim',
  'RuntimeClass',
]);

/**
 * The object that a YAML document defines, found by its lines: kind and name at their usual places, keys of its data. Quick enough to look at every
 * open file for one completion, and no more exact than that. Null for other kinds.
 */
export function namedObject(text: string): NamedObject | null {
  const kind = /^kind:[ \t]*["']?(\w+)/m.exec(text)?.[1];
  if (kind === undefined || !kinds.has(kind)) return null;
  const name =
    /^metadata:[^\n]*\n(?:[ \t][^\n]*\n)*?[ \t]+name:[ \t]*["']?([\w.-]+)/m.exec(`${text}\n`)?.[1] ??
    /^metadata:[ \t]*\{[^}\n]*\bname:[ \t]*["']?([\w.-]+)/m.exec(text)?.[1];
  return name === undefined ? null : { kind, name, keys: dataKeys(text) };
}

function dataKeys(text: string): readonly string[] {
  return [...text.matchAll(/^(?:data|stringData):[^\n]*\n((?:(?:[ \t][^\n]*)?\n)*)/gm)].flatMap(([, block = '']) => {
    const indent = /^( +)\S/m.exec(block)?.[1] ?? '';
    if (indent === '') return [];
    return [...block.matchAll(new RegExp(`^${indent}["']?([\\w.-]+)["']?:`, 'gm'))].map(([, key = '']) => key);
  });
}
