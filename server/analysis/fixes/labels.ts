import { at, isJsonObject, type JsonValue } from '../../../core/base/json.ts';
import { formatPath } from '../../../core/kubernetes/fieldError.ts';
import { isSelectorMismatch } from '../diagnostics/selectorMismatch.ts';
import type { Situation } from '../diagnostics/situation.ts';
import type { Fix } from '../finding.ts';
import { setValue } from './setValue.ts';

const labelsPath = ['spec', 'template', 'metadata', 'labels'];

/** For a selector that is missing or empty: the labels of the template. For labels that are missing: those the selector asks for. */
export function labelFixes(situation: Situation): readonly (Fix | null)[] {
  const { error, daemonSet } = situation;
  const labels = at(daemonSet.value, ...labelsPath);
  const wanted = at(daemonSet.value, 'spec', 'selector', 'matchLabels');
  const place = formatPath(error.path);
  if (place === 'spec.selector' && hasTexts(labels))
    return [setValue(situation, ['spec', 'selector', 'matchLabels'], labels, "Select by the template's labels", true)];
  const missing = isSelectorMismatch(situation) && (labels === undefined || labels === null);
  return missing && hasTexts(wanted) ? [setValue(situation, labelsPath, wanted, 'Give the template the labels of the selector', true)] : [];
}

function hasTexts(value: JsonValue | undefined): value is { readonly [key: string]: JsonValue } {
  return isJsonObject(value) && Object.keys(value).length > 0 && Object.values(value).every(one => typeof one === 'string');
}
