import type { ScenarioEvent } from '../simulation/scenario.ts';
import { letHappen, type Remedy, setField } from './mend.ts';
import { fieldPaths } from './placementText.ts';
import type { Sentence, SentenceFacts } from './sentenceFacts.ts';
import { link, say, sayText } from './words/say.ts';

/** The sentence of an edit after which no pod moves by itself. */
export function restingSentence(facts: SentenceFacts, kind: 'byHand' | 'nothingToDo'): Sentence {
  return kind === 'byHand' ? byHand(facts) : nothingToDo(facts);
}

function nothingToDo({ edit }: SentenceFacts): Sentence {
  const reasons = {
    none: 'same',
    create: 'same',
    template: 'template',
    placement: 'template',
    strategy: 'strategy',
    metadata: 'metadata',
  } as const;
  return { tone: 'plain', lead: sayText('nothing.lead'), parts: say(`nothing.${reasons[edit.kind]}`), remedies: [] };
}

function byHand(facts: SentenceFacts): Sentence {
  const { updated, targeted, actions } = facts.forecast;
  const n = actions.replaced;
  return {
    tone: 'plain',
    lead: n === 0 ? sayText('byHand.lead') : sayText('byHand.leadSome', { n }),
    parts: say('byHand.rest', { onDelete: link('OnDelete', fieldPaths.strategyType), updated, targeted }),
    remedies: byHandRemedies(facts),
  };
}

function byHandRemedies({ forecast, timeline }: SentenceFacts): Remedy[] {
  const [first] = forecast.left;
  if (first === undefined) return [];
  const { namespace, name } = forecast.subject;
  const after = Math.max(0, ...timeline.marks.map(mark => mark.at));
  const remove = (node: string, at: number): ScenarioEvent => ({
    at,
    do: 'deletePod',
    pod: { namespace, daemonSet: name, node },
    force: false,
  });
  const remedies: Remedy[] = [{ label: sayText('mend.deleteOne', { node: first }), mend: letHappen(remove(first, after + 1_000)) }];
  if (forecast.left.length > 1 && forecast.left.length <= mostDeletions) {
    const events = forecast.left.map((node, i) => remove(node, after + 1_000 + i * pauseBetween));
    remedies.push({ label: sayText('mend.deleteAll'), mend: letHappen(...events) });
  }
  const rolling = { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } };
  return [...remedies, { label: sayText('mend.rollingUpdate'), mend: setField(fieldPaths.strategy, rolling) }];
}

/** A minute lets an ordinary pod end and its successor start. */
const pauseBetween = 60_000;
const mostDeletions = 200;
