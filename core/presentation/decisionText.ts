import type { Decision } from '../forecast/decisions.ts';
import { budgetText } from './budgetText.ts';
import { spokenDuration } from './duration.ts';
import { untargetedCell } from './placementText.ts';
import { en, type WordKey, type Words } from './words/en.ts';
import { plainText, say, type TextPart } from './words/say.ts';

/** What the controller did for one reason, in a sentence that names the rule. */
export function decisionText(decision: Decision, words: Words = en): readonly TextPart[] {
  const { what, count: n, node, error } = decision;
  const because = say(...whyOf(decision, words), words);
  if (error === null) return say(what === 'createPod' ? 'did.creates' : 'did.deletes', { n, node, because }, words);
  const why = 'message' in error ? error.message : error.kind;
  return say('did.refused', { n, node, because, why }, words);
}

/** From when until when: `0 s`, or `0 s – 32 s`. */
export function decisionTime({ first, last }: Decision, words: Words = en): string {
  const [from, to] = [spokenDuration(first, words), spokenDuration(last, words)];
  return from === to ? from : `${from} – ${to}`;
}

type Why = [WordKey, Parameters<typeof say>[1]];

function whyOf({ because }: Decision, words: Words): Why {
  switch (because.kind) {
    case 'rollingUpdate':
    case 'surge':
      return [`why.${because.kind}`, { budget: budgetText(because.budget) }];
    case 'placement':
      return ['why.placement', { rule: plainText(untargetedCell(because.because, words)) }];
    case 'sunset':
      return ['why.sunset', { available: because.available, desired: because.desired }];
    default:
      return [`why.${because.kind}`, {}];
  }
}
