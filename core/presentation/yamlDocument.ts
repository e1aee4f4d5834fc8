import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../base/json.ts';
import { yamlLine } from './mend.ts';

/** Lists and objects up to this length are written in one line. */
const longestLine = 90;

/** An object as the text of a YAML document in block style: short lists and objects in one line, texts in quotes only where they need them. */
export function yamlDocument(object: JsonObject): string {
  return lines(object, 0, true)
    .map(line => `${line}\n`)
    .join('');
}

function lines(value: JsonValue, indent: number, root = false): readonly string[] {
  const line = yamlLine(value);
  if (isScalarOrEmpty(value) || (!root && indent + line.length <= longestLine && isShallow(value))) return [line];
  if (isJsonArray(value)) return value.flatMap(item => behind('- ', lines(item, indent + 2), '  '));
  return Object.entries(value as JsonObject).flatMap(([key, item]) => pair(yamlLine(key), item, indent));
}

function pair(key: string, value: JsonValue, indent: number): readonly string[] {
  const inner = lines(value, indent + 2);
  const [only, second] = inner;
  const isInline = second === undefined && only === yamlLine(value);
  return isInline ? [`${key}: ${only}`] : [`${key}:`, ...inner.map(line => `  ${line}`)];
}

function behind(mark: string, inner: readonly string[], indent: string): readonly string[] {
  return inner.map((line, index) => (index === 0 ? mark : indent) + line);
}

function isScalarOrEmpty(value: JsonValue): boolean {
  if (isJsonArray(value)) return value.length === 0;
  return !isJsonObject(value) || Object.keys(value).length === 0;
}

/** Objects of scalars only: what holds more is easier to read on lines of its own. */
function isShallow(value: JsonValue): boolean {
  const inner = isJsonArray(value) ? value : Object.values(value as JsonObject);
  return inner.length <= 4 && inner.every(isScalarOrEmpty);
}
