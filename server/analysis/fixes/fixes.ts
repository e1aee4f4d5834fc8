import type { Situation } from '../diagnostics/situation.ts';
import type { Fix } from '../finding.ts';
import { budgetFixes } from './budget.ts';
import { fieldNameFixes } from './fieldName.ts';
import { forbiddenFixes } from './forbidden.ts';
import { labelFixes } from './labels.ts';
import { listShapeFixes } from './listShape.ts';
import { nameFixes } from './name.ts';
import { numberFixes } from './number.ts';
import { operatorFixes } from './operator.ts';
import { quoteFixes } from './quote.ts';
import { referenceFixes } from './reference.ts';
import { requiredValueFixes } from './requiredValue.ts';
import { selectorFixes } from './selector.ts';
import { shapeFixes } from './shape.ts';
import { supportedValueFixes } from './supportedValue.ts';
import { textEntryFixes } from './textEntry.ts';

/** Knows the mends of some errors; empty for all others. */
type FixSource = (situation: Situation) => readonly (Fix | null)[];

/** A new kind of mend is one file and one line here. */
const sources: readonly FixSource[] = [
  fieldNameFixes,
  supportedValueFixes,
  quoteFixes,
  selectorFixes,
  budgetFixes,
  referenceFixes,
  shapeFixes,
  listShapeFixes,
  textEntryFixes,
  numberFixes,
  nameFixes,
  operatorFixes,
  labelFixes,
  requiredValueFixes,
  forbiddenFixes,
];

/** The mends of an error, the obvious one first. */
export function fixesFor(situation: Situation): readonly Fix[] {
  return sources.flatMap(source => source(situation)).filter(fix => fix !== null);
}
