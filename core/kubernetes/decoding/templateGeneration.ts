import type { JsonObject } from '../../base/json.ts';
import type { FieldError } from '../fieldError.ts';
import { keyed, rooted } from '../fieldPath.ts';
import { goQuote } from '../goText.ts';

/** The annotation in which apps/v1 carries `spec.templateGeneration` of the API's first version. */
export const templateGenerationAnnotation = 'deprecated.daemonset.template.generation';

/** The server cannot convert a DaemonSet whose template generation is no number; null: it can. */
export function templateGenerationProblem(annotations: JsonObject): FieldError | null {
  const value = Object.hasOwn(annotations, templateGenerationAnnotation) ? annotations[templateGenerationAnnotation] : undefined;
  if (typeof value !== 'string') return null;
  const problem = parseIntProblem(value);
  const path = keyed(rooted('metadata', 'annotations'), templateGenerationAnnotation);
  return problem === null ? null : { path, type: 'DecodeError', message: `strconv.ParseInt: parsing ${goQuote(value)}: ${problem}`, value };
}

function parseIntProblem(text: string): string | null {
  if (!/^[+-]?[0-9]+$/.test(text)) return 'invalid syntax';
  const number = BigInt(text.replace('+', ''));
  return number > 9223372036854775807n || number < -9223372036854775808n ? 'value out of range' : null;
}
