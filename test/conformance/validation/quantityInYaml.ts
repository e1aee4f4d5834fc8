import { member } from '../../../core/base/json.ts';
import { quantityErrorText, quantityFromJson } from '../../../core/kubernetes/quantity.ts';
import { formatQuantity } from '../../../core/kubernetes/quantityPrint.ts';
import { parseYaml } from '../../../server/analysis/document/parse.ts';
import { readValue } from '../../../server/analysis/document/value.ts';

/** The canonical quantity of a YAML scalar, or the server's error. */
export function quantityInYaml(scalar: string): string {
  const value = member(readValue(parseYaml(`k: ${scalar}`).root).value, 'k') ?? null;
  if (value === null) return '0';
  if (typeof value !== 'string' && typeof value !== 'number') return quantityErrorText.format;
  const quantity = quantityFromJson(value);
  return typeof quantity === 'string' ? quantityErrorText[quantity] : formatQuantity(quantity);
}
