import { downSince } from '../forecast/trouble.ts';
import type { ScenarioEvent } from '../simulation/scenario.ts';
import { misscheduled } from './commonParts.ts';
import { letHappen, type Remedy, setField } from './mend.ts';
import { placementField } from './placementSentence.ts';
import { fieldPaths } from './placementText.ts';
import type { Sentence, SentenceFacts } from './sentenceFacts.ts';
import type { Words } from './words/en.ts';
import { link, say, sayText, sentences, type TextPart } from './words/say.ts';

/** The sentence of an edit after which no pod moves by itself. */
export function restingSentence(facts: SentenceFacts, kind: 'byHand' | 'nothingToDo'): Sentence {
  return kind === 'byHand' ? byHand(facts) : nothingToDo(facts);
}

function nothingToDo(facts: SentenceFacts): Sentence {
  const { words } = facts;
  const reasons = {
    none: 'same',
    create: 'same',
    template: 'template',
    placement: 'template',
    strategy: 'strategy',
    metadata: 'metadata',
  } as const;
  const parts = sentences(
    say(`nothing.${reasons[facts.edit.kind]}`, {}, words),
    downText(facts),
    cordonedText(facts),
    misscheduledText(facts),
  );
  return { tone: 'plain', lead: sayText('nothing.lead', {}, words), parts, remedies: [] };
}

/** Nodes that are down keep their pods. */
function downText({ nodes, words }: SentenceFacts): TextPart[] {
  const down = nodes.filter(node => downSince(node) !== null);
  const [first] = down;
  return first === undefined ? [] : say('nothing.down', { node: first.name, n: down.length }, words);
}

function cordonedText({ nodes, words }: SentenceFacts): TextPart[] {
  const cordoned = nodes.filter(node => node.unschedulable);
  const [first] = cordoned;
  return first === undefined ? [] : say('nothing.cordoned', { node: first.name, n: cordoned.length }, words);
}

function misscheduledText({ history, words }: SentenceFacts): TextPart[] {
  const n = misscheduled(history);
  return n === 0 ? [] : say('nothing.misscheduled', { n }, words);
}

function byHand(facts: SentenceFacts): Sentence {
  const { words } = facts;
  const { updated, targeted, actions } = facts.forecast;
  const rest = say('byHand.rest', { onDelete: link('OnDelete', fieldPaths.strategyType), updated, targeted }, words);
  const moved = actions.removed > 0;
  return {
    tone: moved ? 'warning' : 'plain',
    lead: moved ? sayText('done.placementLead', { n: actions.removed }, words) : byHandLead(actions.replaced, words),
    parts: sentences(moved ? say('done.placement', { field: placementField(facts) }, words) : [], rest),
    remedies: byHandRemedies(facts),
  };
}

function byHandLead(n: number, words: Words): string {
  return n === 0 ? sayText('byHand.lead', {}, words) : sayText('byHand.leadSome', { n }, words);
}

function byHandRemedies({ forecast, timeline, words }: SentenceFacts): Remedy[] {
  const [first] = forecast.left;
  if (first === undefined) return [];
  const { namespace, name } = forecast.subject;
  const after = Math.max(0, ...timeline.marks.map(mark => mark.at));
  const remove = (node: string, at: number): ScenarioEvent => ({
    ...{ at, do: 'deletePod', force: false },
    pod: { namespace, daemonSet: name, node },
  });
  const remedies: Remedy[] = [{ label: sayText('mend.deleteOne', { node: first }, words), mend: letHappen(remove(first, after + 1_000)) }];
  if (forecast.left.length > 1 && forecast.left.length <= mostDeletions) {
    const events = forecast.left.map((node, i) => remove(node, after + 1_000 + i * pauseBetween));
    remedies.push({ label: sayText('mend.deleteAll', {}, words), mend: letHappen(...events) });
  }
  const rolling = { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } };
  return [...remedies, { label: sayText('mend.rollingUpdate', {}, words), mend: setField(fieldPaths.strategy, rolling) }];
}

/** A minute lets an ordinary pod end and its successor start. */
const pauseBetween = 60_000;
const mostDeletions = 200;
