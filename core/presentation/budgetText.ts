import { fieldPaths } from './placementText.ts';
import { link, type TextPart } from './words/say.ts';

/** `maxUnavailable: 1`, with a link to the field. */
export function budgetText(budget: { readonly kind: 'maxUnavailable' | 'maxSurge'; readonly written: number | string }): TextPart {
  return link(`${budget.kind}: ${budget.written}`, fieldPaths[budget.kind]);
}
