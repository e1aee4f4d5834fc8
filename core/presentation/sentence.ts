import { assertNever } from '../base/assert.ts';
import { endOf } from '../forecast/forecast.ts';
import { isNamed } from '../forecast/subject.ts';
import { daemonSetsAt, nodesAt } from '../simulation/timeline.ts';
import { completedSentence } from './completedSentence.ts';
import { spokenDuration } from './duration.ts';
import { placementGroups } from './placementGroups.ts';
import { untargetedText } from './placementText.ts';
import { restingSentence } from './restingSentence.ts';
import type { Sentence, SentenceFacts, SentenceInput } from './sentenceFacts.ts';
import { stalledSentence } from './stalledSentence.ts';
import { en, type Words } from './words/en.ts';
import { say, sayText, type TextPart } from './words/say.ts';

/** Says what a forecast comes to. */
export function sentence(input: SentenceInput, words: Words = en): Sentence {
  const end = endOf(input.timeline);
  const daemonSet = daemonSetsAt(input.timeline, end).find(one => isNamed(one, input.forecast.subject));
  if (daemonSet === undefined) return plain(sayText('deleted.lead', {}, words), say('deleted.rest', {}, words));
  const facts: SentenceFacts = { ...input, words, daemonSet, nodes: nodesAt(input.timeline, end) };
  const { outcome } = input.forecast;
  if (input.forecast.targeted === 0 && input.forecast.actions.removed === 0) return nowhere(facts);
  switch (outcome.kind) {
    case 'complete':
      return completedSentence(facts);
    case 'stalled':
      return stalledSentence(facts, outcome.since);
    case 'stillRolling':
      return stillRolling(facts, outcome.at - input.forecast.origin);
    case 'byHand':
    case 'nothingToDo':
      return restingSentence(facts, outcome.kind);
    case 'deleted':
      return plain(sayText('deleted.lead', {}, words), say('deleted.rest', {}, words));
    default:
      return assertNever(outcome);
  }
}

function plain(lead: string, parts: readonly TextPart[]): Sentence {
  return { tone: 'plain', lead, parts, remedies: [] };
}

function nowhere({ daemonSet, nodes, words }: SentenceFacts): Sentence {
  const [group] = placementGroups(daemonSet, nodes);
  const parts = group === undefined ? say('none.noNodes', {}, words) : untargetedText(group.because, group.nodes.length, words);
  return { tone: 'warning', lead: sayText('none.lead', {}, words), parts, remedies: [] };
}

function stillRolling({ forecast, words }: SentenceFacts, at: number): Sentence {
  const { updated, targeted } = forecast;
  const more = updated === 0 ? '?' : spokenDuration((at / updated) * (targeted - updated), words);
  return {
    tone: 'warning',
    lead: sayText('rolling.lead', { time: spokenDuration(at, words) }, words),
    parts: say('rolling.rest', { updated, targeted, more }, words),
    remedies: [],
  };
}
