import { compareOrdinal } from '../base/compare.ts';
import type { Labels } from '../kubernetes/objects/meta.ts';
import type { LabelSelector, SelectorRequirement } from '../kubernetes/selector.ts';

/** Labels as kubectl writes them in a cell: `a=1,b=2` in order of keys, `<none>` without any (apimachinery labels.FormatLabels). */
export function labelsText(labels: Labels): string {
  const parts = sortedKeys(labels).map(key => `${key}=${labels[key]}`);
  return parts.length === 0 ? '<none>' : parts.join(',');
}

/** A selector in one line: `app=x,tier in (a,b),!old`; `<none>` for one that selects everything (metav1.FormatLabelSelector). */
export function selectorText(selector: LabelSelector): string {
  const parts: { key: string; text: string }[] = sortedKeys(selector.matchLabels).map(key => ({
    key,
    text: `${key}=${selector.matchLabels[key]}`,
  }));
  for (const requirement of selector.matchExpressions) parts.push({ key: requirement.key, text: requirementText(requirement) });
  if (parts.length === 0) return '<none>';
  return parts
    .sort((a, b) => compareOrdinal(a.key, b.key))
    .map(part => part.text)
    .join(',');
}

/** The keys of a label or annotation map, in ordinal order. */
export function sortedKeys(labels: Labels): string[] {
  return Object.keys(labels).sort(compareOrdinal);
}

function requirementText(requirement: SelectorRequirement): string {
  const values = [...requirement.values].sort(compareOrdinal).join(',');
  switch (requirement.operator) {
    case 'In':
      return `${requirement.key} in (${values})`;
    case 'NotIn':
      return `${requirement.key} notin (${values})`;
    case 'Exists':
      return requirement.key;
    case 'DoesNotExist':
      return `!${requirement.key}`;
  }
}
