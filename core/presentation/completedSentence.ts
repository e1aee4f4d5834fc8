import { durationText, untargetedRest } from './commonParts.ts';
import { placementSentence } from './placementSentence.ts';
import { rolledSentence } from './rolledSentence.ts';
import type { Sentence, SentenceFacts } from './sentenceFacts.ts';
import { say, sayText, sentences } from './words/say.ts';

/** The sentence of a rollout that completes. */
export function completedSentence(facts: SentenceFacts): Sentence {
  const { edit, forecast } = facts;
  const { removed, replaced, created } = forecast.actions;
  const moves = removed > 0 || created > replaced;
  if (moves && edit.fields.some(field => field.scope === 'placement')) return placementSentence(facts);
  if (replaced > 0) return rolledSentence(facts);
  return created > 0 ? createdSentence(facts) : goneSentence(facts);
}

function createdSentence(facts: SentenceFacts): Sentence {
  const { forecast, nodes, words } = facts;
  return {
    tone: 'ok',
    lead: sayText('done.createLead', { n: forecast.actions.created, time: durationText(facts) }, words),
    parts: sentences(say('done.runsOn', { n: forecast.targeted, all: nodes.length }, words), untargetedRest(facts)),
    remedies: [],
  };
}

/** Pods went with their nodes, or because a taint drove them away. */
function goneSentence(facts: SentenceFacts): Sentence {
  const { forecast, nodes, words } = facts;
  return {
    tone: 'plain',
    lead: sayText('gone.lead', { n: forecast.actions.removed }, words),
    parts: sentences(say('gone.rest', {}, words), say('done.runsOn', { n: forecast.targeted, all: nodes.length }, words)),
    remedies: [],
  };
}
