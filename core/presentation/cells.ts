import { codeAt } from '../forecast/lanes.ts';
import type { NodeHistory } from '../forecast/nodeHistory.ts';
import { isCordoned, isDown, type NodeState, stateOf } from '../forecast/nodeState.ts';
import type { DaemonSetName } from '../forecast/subject.ts';
import { downSince } from '../forecast/trouble.ts';
import type { Instant } from '../kubernetes/objects/meta.ts';
import type { Timeline } from '../simulation/timeline.ts';
import { spokenDuration } from './duration.ts';
import type { Edit } from './editKind.ts';
import { type Moment, momentAt, type NodeMoment, nodeMoment, type PodMoment } from './nodeMoment.ts';
import { untargetedCell } from './placementText.ts';
import { podStatus } from './podStatus.ts';
import { en, type Words } from './words/en.ts';
import { plainText, sayText } from './words/say.ts';

/** What a node shows at an instant. */
export interface NodeCell {
  readonly node: string;
  readonly state: NodeState;
  /** The node is not Ready. */
  readonly down: boolean;
  readonly cordoned: boolean;
  /** The pod one looks at first; empty: none. */
  readonly pod: string;
  /** A few words: `testenv=value01 · Ready`, `taint node-role.kubernetes.io/control-plane`, `testenv=value · terminating, 28 s left`. */
  readonly text: string;
}

/** What words for old and new pods a cell may use; see editOf. */
export type PodWords = Pick<Edit, 'oldWord' | 'newWord'>;

/** All nodes at an instant, in the order of the lanes. O(objects): for maps with text; painting takes codes from the lanes. */
export function cellsAt(
  timeline: Timeline,
  history: NodeHistory,
  subject: DaemonSetName,
  at: Instant,
  podWords: PodWords,
  words: Words = en,
): readonly NodeCell[] {
  const moment = momentAt(timeline, history, subject, at, words);
  return history.nodes.map((name, lane) => {
    const code = codeAt(history.lanes, lane, at);
    const node = nodeMoment(moment, name);
    return {
      node: name,
      state: stateOf(code),
      down: isDown(code),
      cordoned: isCordoned(code),
      pod: node.pods[0]?.pod.name ?? '',
      text: cellText(moment, node, podWords),
    };
  });
}

/** The few words for one node. */
export function cellText(moment: Moment, node: NodeMoment, podWords: PodWords): string {
  const { words } = moment;
  const [first, second] = node.pods;
  if (first !== undefined) return podsText(moment, node, first, second, podWords);
  if (node.node === null) return sayText('cell.absent', {}, words);
  if (node.because === null || node.because.kind === 'eligible') return sayText('cell.none', {}, words);
  return plainText(untargetedCell(node.because, words));
}

/** With surge an available old pod is what the node shows, until the new one beside it is available. */
function podsText(moment: Moment, node: NodeMoment, first: PodMoment, second: PodMoment | undefined, podWords: PodWords): string {
  const serves = second !== undefined && second.pod.deletedAt === null && isAvailable(second, moment.at) && !isAvailable(first, moment.at);
  if (!serves) return podText(moment, node, first, podWords);
  return sayText('cell.surging', { old: podText(moment, node, second, podWords), status: stateText(moment, node, first) }, moment.words);
}

function isAvailable({ availableFrom }: PodMoment, at: Instant): boolean {
  return availableFrom !== null && availableFrom <= at;
}

function podText(moment: Moment, node: NodeMoment, one: PodMoment, podWords: PodWords): string {
  return [podWord(one, podWords), stateText(moment, node, one)].filter(part => part !== '').join(' · ');
}

/** What template the pod is of, in a word. */
function podWord({ updated }: PodMoment, podWords: PodWords): string {
  return updated ? podWords.newWord : podWords.oldWord;
}

function stateText({ at, daemonSet, removedAt, words }: Moment, { node }: NodeMoment, { pod, availableFrom }: PodMoment): string {
  if (pod.deletedAt !== null) return endingText(removedAt.get(pod.uid) ?? null, at, downSince(node) !== null, words);
  if (availableFrom !== null && daemonSet !== null) {
    return availableFrom <= at
      ? sayText('cell.ready', {}, words)
      : sayText('cell.availableIn', { time: spokenDuration(availableFrom - at, words) }, words);
  }
  const { status, ready, restarts } = podStatus(pod, at);
  const count = Number.parseInt(restarts, 10);
  if (count > 0) return sayText('cell.restarts', { status, n: count }, words);
  if (status === 'Pending') return pod.nodeName === '' ? sayText('cell.pending', {}, words) : status;
  return status === 'Running' ? `Running ${ready}, ${sayText('cell.notReady', {}, words)}` : status;
}

function endingText(gone: Instant | null, at: Instant, silent: boolean, words: Words): string {
  if (silent) return sayText('cell.terminatingDown', {}, words);
  return gone === null
    ? sayText('cell.terminatingOver', {}, words)
    : sayText('cell.terminating', { time: spokenDuration(gone - at, words) }, words);
}
