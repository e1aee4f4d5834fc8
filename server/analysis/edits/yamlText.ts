import { isJsonArray, isJsonObject, type JsonValue } from '../../../core/base/json.ts';
import { yamlLine } from '../../../core/presentation/mend.ts';

/** How a block is to be written. */
export interface BlockStyle {
  /** Columns of the keys, of the pair that the text is for. */
  readonly indent: number;
  /** Columns that each level adds. */
  readonly step: number;
  readonly lineBreak: string;
}

/** A pair in block style, without indent before its key: `maxUnavailable: 10%`, or an object on lines of its own. */
export function pairText(key: string, value: JsonValue, style: BlockStyle): string {
  return `${yamlLine(key)}:${valueText(value, style)}`;
}

/** What stands behind the colon: a value in the same line, or an object below it. */
export function valueText(value: JsonValue, style: BlockStyle): string {
  if (isJsonArray(value) || !isJsonObject(value) || Object.keys(value).length === 0) return ` ${yamlLine(value)}`;
  const inner: BlockStyle = { ...style, indent: style.indent + style.step };
  return Object.entries(value)
    .map(([key, item]) => `${style.lineBreak}${' '.repeat(inner.indent)}${pairText(key, item, inner)}`)
    .join('');
}
