import { endOf } from '../forecast/forecast.ts';
import { type Stall, stallAt, type TroubledNode } from '../forecast/stall.ts';
import type { Instant } from '../kubernetes/objects/meta.ts';
import { budgetText } from './budgetText.ts';
import type { Sentence, SentenceFacts } from './sentenceFacts.ts';
import { stallRemedies } from './stallRemedies.ts';
import { troubleText } from './troubleText.ts';
import { say, sayText, sentences, type TextPart } from './words/say.ts';

/** The sentence of a rollout that stops: after how many nodes, which node and rule hold it up, and what would let it go on. */
export function stalledSentence(facts: SentenceFacts, since: Instant): Sentence {
  const stall = stallAt(facts.timeline, facts.history, facts.forecast.subject, endOf(facts.timeline));
  const [first] = stall?.troubled ?? [];
  if (stall === null || first === undefined) return { tone: 'warning', lead: leadText(facts, 1), parts: [], remedies: [] };
  return {
    tone: 'warning',
    lead: leadText(facts, stall.troubled.length),
    parts: sentences(troubleText(first, facts), othersText(stall, first), budgetUse(facts, stall), restText(stall)),
    remedies: stallRemedies(facts, stall, since),
  };
}

function leadText({ forecast, edit }: SentenceFacts, n: number): string {
  const { updated, targeted } = forecast;
  if (edit.kind === 'create') return sayText('stall.leadCreate', { n });
  return updated === 0 ? sayText('stall.leadFirst', { n }) : sayText('stall.lead', { updated, targeted });
}

function othersText(stall: Stall, first: TroubledNode): TextPart[] {
  const n = stall.troubled.filter(one => one.trouble.kind === first.trouble.kind).length - 1;
  return n === 0 ? [] : say('stall.others', { n });
}

/** That the budget is used up, when nodes wait for it. */
function budgetUse(_facts: SentenceFacts, stall: Stall): TextPart[] {
  if (stall.budget === null || stall.waiting.length === 0 || stall.troubled.length < stall.budget.limit) return [];
  return say('stall.budget', { n: stall.troubled.length, budget: budgetText(stall.budget) });
}

function restText(stall: Stall): TextPart[] {
  return stall.waiting.length === 0 ? [] : say('stall.rest', { n: stall.waiting.length });
}
