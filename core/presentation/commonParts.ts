import type { NodeHistory } from '../forecast/nodeHistory.ts';
import { isDown, stateOf } from '../forecast/nodeState.ts';
import { budgetText } from './budgetText.ts';
import { spokenDuration } from './duration.ts';
import { placementGroups } from './placementGroups.ts';
import { untargetedText } from './placementText.ts';
import type { SentenceFacts } from './sentenceFacts.ts';
import { say, type TextPart } from './words/say.ts';

/** How long it takes. */
export function durationText({ forecast, words }: SentenceFacts): string {
  return spokenDuration(forecast.duration ?? 0, words);
}

/** Why the largest group of nodes is left out; empty when none is. */
export function untargetedRest({ daemonSet, nodes, words }: SentenceFacts): TextPart[] {
  const group = placementGroups(daemonSet, nodes).find(one => one.because.kind !== 'eligible');
  return group === undefined ? [] : untargetedText(group.because, group.nodes.length, words);
}

/** That pods were replaced outside the budget; empty when none was. */
export function outsideRest({ forecast, daemonSet, words }: SentenceFacts): TextPart[] {
  const n = forecast.actions.outsideBudget;
  const { updateStrategy: strategy } = daemonSet.spec;
  if (n === 0 || strategy.type !== 'RollingUpdate') return [];
  return say('done.outside', { n, budget: budgetText({ kind: 'maxUnavailable', written: strategy.maxUnavailable }) }, words);
}

/** How many nodes should not run a pod (any more) and keep it, because NoSchedule drives none away. */
export function misscheduled({ lanes, targetedAtEnd }: NodeHistory): number {
  let n = 0;
  for (let node = 0; node < targetedAtEnd.length; node++) {
    const last = lanes.code[(lanes.offsets[node + 1] ?? 0) - 1] ?? 0;
    if (targetedAtEnd[node] === 0 && stateOf(last) !== 'notTargeted' && !isDown(last)) n++;
  }
  return n;
}
