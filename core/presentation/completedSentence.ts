import { decisions } from '../forecast/decisions.ts';
import { isOwned } from '../forecast/subject.ts';
import { durationText, untargetedRest } from './commonParts.ts';
import { placementSentence } from './placementSentence.ts';
import { untargetedCell } from './placementText.ts';
import { rolledSentence } from './rolledSentence.ts';
import type { Sentence, SentenceFacts } from './sentenceFacts.ts';
import { failureText } from './troubleText.ts';
import { plainText, say, sayText, sentences, type TextPart } from './words/say.ts';

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
    parts: sentences(retriedText(facts), say('done.runsOn', { n: forecast.targeted, all: nodes.length }, words), untargetedRest(facts)),
    remedies: [],
  };
}

/** Why pods failed and were made again. */
function retriedText({ forecast, timeline, words }: SentenceFacts): TextPart[] {
  const n = forecast.actions.retried;
  const failed = timeline.pods.findLast(
    ({ after }) => after?.phase === 'Failed' && isOwned(after.owner, after.namespace, forecast.subject),
  )?.after;
  return n === 0 || failed == null ? [] : say('done.retried', { n, why: failureText(failed) }, words);
}

/** Pods went with their nodes, or because a taint drove them away. */
function goneSentence(facts: SentenceFacts): Sentence {
  const { forecast, nodes, words } = facts;
  return {
    tone: 'plain',
    lead: sayText('gone.lead', { n: forecast.actions.removed }, words),
    parts: sentences(goneWhy(facts), say('gone.rest', {}, words), say('done.runsOn', { n: forecast.targeted, all: nodes.length }, words)),
    remedies: [],
  };
}

/** The rule that took them away; empty when they went with their nodes. */
function goneWhy({ timeline, forecast, words }: SentenceFacts): TextPart[] {
  for (const { because, count: n } of decisions(timeline, forecast.subject)) {
    if (because.kind !== 'placement') continue;
    return say('gone.why', { n, rule: plainText(untargetedCell(because.because, words)) }, words);
  }
  return [];
}
