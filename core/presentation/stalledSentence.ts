import { endOf } from '../forecast/forecast.ts';
import { type Stall, stallAt, type TroubledNode } from '../forecast/stall.ts';
import type { Instant } from '../kubernetes/objects/meta.ts';
import { budgetText } from './budgetText.ts';
import type { Sentence, SentenceFacts } from './sentenceFacts.ts';
import { stallRemedies } from './stallRemedies.ts';
import { troubleText } from './troubleText.ts';
import type { Words } from './words/en.ts';
import { say, sayText, sentences, type TextPart } from './words/say.ts';

/** The sentence of a rollout that stops: after how many nodes, which node and rule hold it up, and what would let it go on. */
export function stalledSentence(facts: SentenceFacts, since: Instant): Sentence {
  const stall = stallAt(facts.timeline, facts.history, facts.forecast.subject, endOf(facts.timeline));
  const [first] = stall?.troubled ?? [];
  if (stall === null || first === undefined) return { tone: 'warning', lead: leadText(facts, 1), parts: [], remedies: [] };
  return {
    tone: 'warning',
    lead: leadText(facts, stall.troubled.length),
    parts: sentences(
      troubleText(first, facts),
      othersText(stall, first, facts.words),
      budgetUse(facts, stall),
      restText(stall, facts.words),
    ),
    remedies: stallRemedies(facts, stall, since),
  };
}

function leadText({ forecast, edit, words }: SentenceFacts, n: number): string {
  const { updated, targeted } = forecast;
  if (edit.kind === 'create') return sayText('stall.leadCreate', { n }, words);
  return updated === 0 ? sayText('stall.leadFirst', { n }, words) : sayText('stall.lead', { updated, targeted }, words);
}

function othersText(stall: Stall, first: TroubledNode, words: Words): TextPart[] {
  const n = stall.troubled.filter(one => one.trouble.kind === first.trouble.kind).length - 1;
  return n === 0 ? [] : say('stall.others', { n }, words);
}

/** That the budget is used up, when nodes wait for it. */
function budgetUse({ words }: SentenceFacts, stall: Stall): TextPart[] {
  if (stall.budget === null || stall.waiting.length === 0 || stall.troubled.length < stall.budget.limit) return [];
  return say('stall.budget', { n: stall.troubled.length, budget: budgetText(stall.budget) }, words);
}

function restText(stall: Stall, words: Words): TextPart[] {
  return stall.waiting.length === 0 ? [] : say('stall.rest', { n: stall.waiting.length }, words);
}
