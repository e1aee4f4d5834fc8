import type { JsonValue } from '../base/json.ts';
import { isJsonArray, isJsonObject } from '../base/json.ts';
import type { ScenarioEvent } from '../simulation/scenario.ts';

/** What a remedy or a what-if row does: things that happen in the scenario, or a value of the manifest. */
export type Mend =
  | { readonly kind: 'events'; readonly events: readonly ScenarioEvent[] }
  /** `path` such as `spec.updateStrategy.type`; `value` is the same as `json`, as YAML in one line. */
  | { readonly kind: 'value'; readonly path: string; readonly value: string; readonly json: JsonValue };

/** Something that would mend a stall, or make the edit take effect. */
export interface Remedy {
  /** A few words, for a button. */
  readonly label: string;
  readonly mend: Mend;
}

/** Sets a field of the manifest. */
export function setField(path: string, json: JsonValue): Mend {
  return { kind: 'value', path, value: yamlLine(json), json };
}

export function letHappen(...events: readonly ScenarioEvent[]): Mend {
  return { kind: 'events', events };
}

/** A value as YAML in one line: flow style, quotes only where a text would not read as one. */
export function yamlLine(value: JsonValue): string {
  if (isJsonArray(value)) return value.length === 0 ? '[]' : `[${value.map(yamlLine).join(', ')}]`;
  if (!isJsonObject(value)) return typeof value === 'string' ? yamlText(value) : JSON.stringify(value);
  const entries = Object.keys(value).map(key => `${yamlText(key)}: ${yamlLine(value[key] ?? null)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** Plain where only letters, digits and harmless marks stand (or a percentage, a quantity) and it cannot be taken for a number, a boolean or null. */
function yamlText(text: string): string {
  const plain = /^[A-Za-z][\w./-]*$|^\d+(?:%|m|[KMGT]i|[kMGT])$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return plain ? text : JSON.stringify(text).replaceAll(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, escaped);
}

/** Characters that YAML does not let stand, or that ends of lines could be taken for. */
function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
