import type { Stall } from '../forecast/stall.ts';
import type { Trouble } from '../forecast/trouble.ts';
import { surgeObstacle } from '../forecast/variants.ts';
import { scaledValue } from '../kubernetes/intOrPercent.ts';
import type { Instant } from '../kubernetes/objects/meta.ts';
import { spokenDuration } from './duration.ts';
import { letHappen, type Remedy, setField } from './mend.ts';
import { fieldPaths } from './placementText.ts';
import type { SentenceFacts } from './sentenceFacts.ts';
import { sayText } from './words/say.ts';

/** Remedies act two minutes after the rollout came to a stop: one sees first that it stops. */
const afterwards = 120_000;
const broken: ReadonlySet<Trouble['kind']> = new Set(['image', 'crash', 'config', 'notReady']);

/** What would let a rollout go on, the plainest first; empty: nothing that a button could do. */
export function stallRemedies(facts: SentenceFacts, stall: Stall, since: Instant): Remedy[] {
  const [first] = stall.troubled;
  if (first === undefined) return [];
  const at = Math.max(since, ...facts.timeline.marks.map(mark => mark.at)) + afterwards;
  if (broken.has(first.trouble.kind)) return rollBack(facts, at);
  if (first.trouble.kind === 'pending') return withoutSurge(facts, stall);
  if (first.trouble.kind !== 'terminatingDown' && first.trouble.kind !== 'newDown' && first.trouble.kind !== 'terminating') return [];
  return [...raise(facts, stall), ...removal(facts, first.node, first.trouble.kind, at)];
}

/** Back to what ran before; only when that is known. */
function rollBack({ timeline, words }: SentenceFacts, at: Instant): Remedy[] {
  const { baseline } = timeline.scenario;
  if (baseline === null) return [];
  return [
    {
      label: sayText('mend.rollBack', { time: spokenDuration(at, words) }, words),
      mend: letHappen({ at, do: 'apply', manifest: baseline }),
    },
  ];
}

/** A budget with room beside the nodes in trouble. */
function raise({ forecast, words }: SentenceFacts, stall: Stall): Remedy[] {
  if (stall.budget?.kind !== 'maxUnavailable' || stall.waiting.length === 0) return [];
  const needed = stall.troubled.length + 1;
  const value = ['10%', '25%', '50%'].find(percent => (scaledValue(percent, forecast.targeted, 'up') ?? 0) >= needed) ?? needed;
  return [{ label: sayText('mend.raise', { value: String(value) }, words), mend: setField(fieldPaths.maxUnavailable, value) }];
}

function removal({ forecast, words }: SentenceFacts, node: string, kind: Trouble['kind'], at: Instant): Remedy[] {
  const { namespace, name } = forecast.subject;
  const remedies: Remedy[] = [];
  if (kind !== 'terminating') {
    remedies.push({
      label: sayText('mend.removeNode', { time: spokenDuration(at, words) }, words),
      mend: letHappen({ at, do: 'removeNode', node }),
    });
  }
  if (kind === 'newDown') return remedies;
  const mend = letHappen({ at, do: 'deletePod', pod: { namespace, daemonSet: name, node }, force: true });
  return [...remedies, { label: sayText('mend.forceDelete', {}, words), mend }];
}

/** With surge and a host port the second pod never fits beside the first. */
function withoutSurge({ timeline, daemonSet, words }: SentenceFacts, stall: Stall): Remedy[] {
  if (stall.budget?.kind !== 'maxSurge') return [];
  const spec = { template: daemonSet.spec.template.json };
  if (surgeObstacle({ spec }) === null && timeline.scenario.baseline === null) return [];
  const value = String(stall.budget.written);
  const strategy = { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: stall.budget.written, maxSurge: 0 } };
  return [{ label: sayText('mend.noSurge', { value }, words), mend: setField(fieldPaths.strategy, strategy) }];
}
