import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../base/json.ts';
import { yamlLine } from './mend.ts';

/** An object as a YAML document in block style, as a person would write it: two columns a level, lists under their key. */
export function yamlDocument(object: JsonObject): string {
  return `${pairLines(object).join('\n')}\n`;
}

function pairLines(object: JsonObject): string[] {
  return Object.entries(object).flatMap(([key, value]) => {
    const name = `${yamlLine(key)}:`;
    if (isBlock(value)) return [name, ...blockLines(value).map(line => `  ${line}`)];
    return [`${name} ${yamlLine(value)}`];
  });
}

function itemLines(list: readonly JsonValue[]): string[] {
  return list.flatMap(item => {
    if (!isBlock(item)) return [`- ${yamlLine(item)}`];
    const [first = '', ...rest] = blockLines(item);
    return [`- ${first}`, ...rest.map(line => `  ${line}`)];
  });
}

function blockLines(value: JsonObject | readonly JsonValue[]): string[] {
  return isJsonObject(value) ? pairLines(value) : itemLines(value);
}

/** What needs lines of its own; everything else stands in one. */
function isBlock(value: JsonValue): value is JsonObject | readonly JsonValue[] {
  return isJsonArray(value) ? value.length > 0 : isJsonObject(value) && Object.keys(value).length > 0;
}
