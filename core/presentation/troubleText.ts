import { allowsSurge } from '../controller/budget.ts';
import type { TroubledNode } from '../forecast/stall.ts';
import type { Trouble } from '../forecast/trouble.ts';
import { surgeObstacle } from '../forecast/variants.ts';
import type { DaemonSet } from '../kubernetes/objects/daemonSet.ts';
import type { Timeline } from '../simulation/timeline.ts';
import { spokenDuration } from './duration.ts';
import { valueText } from './fieldName.ts';
import type { Words } from './words/en.ts';
import { link, say, type TextPart } from './words/say.ts';

/** Where the words come from: events tell why a pod is not bound, the template where a field stands. */
export interface TroubleFacts {
  readonly timeline: Timeline;
  readonly daemonSet: DaemonSet;
  readonly words: Words;
}

/** What holds a node up, in a sentence that names it and the field to look at. */
export function troubleText({ node, trouble }: TroubledNode, facts: TroubleFacts): TextPart[] {
  const { words } = facts;
  switch (trouble.kind) {
    case 'terminatingDown':
      return trouble.since < 0
        ? say('stall.terminatingDownBefore', { node }, words)
        : say('stall.terminatingDown', { node, time: spokenDuration(trouble.since, words) }, words);
    case 'terminating':
      return say('stall.terminating', { node }, words);
    case 'newDown':
      return say('stall.newDown', { node }, words);
    case 'image':
      return say('stall.image', { node, image: imageLink(trouble, facts), reason: trouble.reason }, words);
    case 'crash':
      return say('stall.crash', { node, reason: trouble.reason }, words);
    case 'config':
      return say('stall.config', { node, reason: trouble.reason }, words);
    case 'notReady':
      return say('stall.notReady', { node, probe: probeLink(trouble, facts) }, words);
    case 'pending':
      return pendingText(node, trouble.pod, facts);
    case 'provider':
      return say('stall.provider', { node, why: trouble.message }, words);
    case 'failed':
      return say('stall.failed', { node, why: failureText(trouble) }, words);
    case 'starting':
      return say('stall.unknown', { node }, words);
    case 'missing':
      return missingText(node, facts);
  }
}

/** Reason and message of a failed pod, as the middle of a sentence. */
export function failureText({ reason, message }: { readonly reason: string; readonly message: string }): string {
  return [reason, message.trim().replace(/\.$/, '')].filter(text => text !== '').join(': ');
}

function imageLink({ image }: Trouble & { readonly kind: 'image' }, { daemonSet }: TroubleFacts): TextPart {
  const index = daemonSet.spec.template.spec.containers.findIndex(container => container.image === image);
  const text = valueText(image);
  return index < 0 ? { text, path: null } : link(text, `spec.template.spec.containers[${index}].image`);
}

function probeLink({ container, probe }: Trouble & { readonly kind: 'notReady' }, { daemonSet }: TroubleFacts): TextPart {
  const index = daemonSet.spec.template.spec.containers.findIndex(one => one.name === container);
  if (probe === null || index < 0) return { text: 'application', path: null };
  return link(probe, `spec.template.spec.containers[${index}].${probe}`);
}

/** Why a pod is not bound, in the scheduler's words about its one node; a host port that the old pod beside it has is named. */
function pendingText(node: string, pod: string, { timeline, daemonSet, words }: TroubleFacts): TextPart[] {
  const event = timeline.events.findLast(one => one.reason === 'FailedScheduling' && one.regarding.name === pod);
  const why =
    event === undefined ? null : /nodes are available: (?:no new claims to deallocate, )?(?:\d+ )?([^.,]*)/.exec(event.message)?.[1];
  if (why == null || why === '') return say('stall.pendingUnknown', { node }, words);
  const obstacle = surgeObstacle({ spec: { template: daemonSet.spec.template.json } });
  if (!why.includes('free ports') || !allowsSurge(daemonSet.spec.updateStrategy) || obstacle === null)
    return say('stall.pending', { node, why }, words);
  return say('stall.portTaken', { node, port: link(`host port ${obstacle.port}`, obstacle.path) }, words);
}

/** Why a pod is not made: what the API server said when it refused. */
function missingText(node: string, { timeline, words }: TroubleFacts): TextPart[] {
  const refusal = timeline.events.findLast(event => event.reason === 'FailedCreate');
  if (refusal === undefined) return say('stall.missing', { node }, words);
  return say('stall.refused', { node, why: refusal.message.replace(/^Error creating: /, '') }, words);
}
