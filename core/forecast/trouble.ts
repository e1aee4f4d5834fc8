import { isUpdated } from '../controller/templateGeneration.ts';
import type { Instant } from '../kubernetes/objects/meta.ts';
import type { Node } from '../kubernetes/objects/node.ts';
import type { ContainerStatus, Pod } from '../kubernetes/objects/pod.ts';

/** What keeps a node from being done, as far as its own pods show. */
export type Trouble =
  /** Its only pod is terminating, and the kubelet that should end it is silent. `since`: when the node went NotReady. */
  | { readonly kind: 'terminatingDown'; readonly pod: string; readonly since: Instant }
  | { readonly kind: 'terminating'; readonly pod: string }
  /** Its pod cannot come up because the kubelet is silent. */
  | { readonly kind: 'newDown'; readonly pod: string; readonly since: Instant }
  /** A container's image cannot be pulled. */
  | { readonly kind: 'image'; readonly pod: string; readonly image: string; readonly reason: string }
  /** A container ends with an error again and again. */
  | { readonly kind: 'crash'; readonly pod: string; readonly reason: string }
  /** A container cannot be made (CreateContainerConfigError …). */
  | { readonly kind: 'config'; readonly pod: string; readonly reason: string }
  /** All containers run, and the pod is not Ready. `probe`: which probe of which container is in the way, if any. */
  | {
      readonly kind: 'notReady';
      readonly pod: string;
      readonly container: string;
      readonly probe: 'readinessProbe' | 'startupProbe' | null;
    }
  /** The scheduler does not bind it. */
  | { readonly kind: 'pending'; readonly pod: string }
  /** A virtual node's provider does not run it: bound, and Pending for ever. */
  | { readonly kind: 'provider'; readonly pod: string; readonly message: string }
  /** The pod has failed: evicted, or refused by the kubelet. */
  | { readonly kind: 'failed'; readonly pod: string; readonly reason: string; readonly message: string }
  /** Starts in the ordinary way. */
  | { readonly kind: 'starting'; readonly pod: string }
  | { readonly kind: 'missing' };

/** What a node's pods amount to for a rollout: done, waiting with an available old pod, or in trouble. */
export type NodeProgress = { readonly kind: 'waits'; readonly pod: string } | Trouble;

/** Judges a node that is not done. `pods`: those of the DaemonSet on it. */
export function progressOf(pods: readonly Pod[], node: Node | null, hash: string, generation: string | null): NodeProgress {
  const live = pods.filter(pod => pod.deletedAt === null);
  const fresh = live.find(pod => isUpdated(pod, hash, generation));
  if (fresh !== undefined) return podTrouble(fresh, node);
  const [old] = live;
  if (old !== undefined) return old.ready?.ready === true ? { kind: 'waits', pod: old.name } : podTrouble(old, node);
  const [ending] = pods;
  if (ending === undefined) return { kind: 'missing' };
  const since = downSince(node);
  return since === null ? { kind: 'terminating', pod: ending.name } : { kind: 'terminatingDown', pod: ending.name, since };
}

/** When the node went NotReady; null: it is Ready, or gone. */
export function downSince(node: Node | null): Instant | null {
  const ready = node?.conditions.find(condition => condition.type === 'Ready');
  return ready === undefined || ready.status === 'True' ? null : ready.since;
}

function podTrouble(pod: Pod, node: Node | null): Trouble {
  if (pod.phase === 'Failed') return { kind: 'failed', pod: pod.name, reason: pod.reason, message: pod.message };
  const since = downSince(node);
  if (since !== null) return { kind: 'newDown', pod: pod.name, since };
  if (pod.nodeName === '') return { kind: 'pending', pod: pod.name };
  if (pod.phase === 'Pending' && pod.reason !== '') return { kind: 'provider', pod: pod.name, message: pod.message };
  for (const status of [...pod.initContainerStatuses, ...pod.containerStatuses]) {
    const trouble = containerTrouble(pod, status);
    if (trouble !== null) return trouble;
  }
  return notReady(pod);
}

function containerTrouble(pod: Pod, { name, state, restartCount }: ContainerStatus): Trouble | null {
  if (state.kind === 'waiting' && /^(?:ErrImage|ImagePull|InvalidImage)/.test(state.reason)) {
    const { initContainers, containers } = pod.spec;
    const image = [...initContainers, ...containers].find(container => container.name === name)?.image ?? '';
    return { kind: 'image', pod: pod.name, image, reason: state.reason };
  }
  if (state.kind === 'waiting' && /^(?:CreateContainer|RunContainer)/.test(state.reason))
    return { kind: 'config', pod: pod.name, reason: state.reason };
  if (state.kind === 'waiting' && state.reason === 'CrashLoopBackOff') return { kind: 'crash', pod: pod.name, reason: state.reason };
  if (state.kind === 'terminated' && state.exitCode !== 0) return { kind: 'crash', pod: pod.name, reason: `exit code ${state.exitCode}` };
  return state.kind === 'running' && restartCount > 1 ? { kind: 'crash', pod: pod.name, reason: `${restartCount} restarts` } : null;
}

function notReady(pod: Pod): Trouble {
  const { containers } = pod.spec;
  for (const [index, status] of pod.containerStatuses.entries()) {
    const container = containers[index];
    if (container === undefined || status.ready || status.state.kind !== 'running') continue;
    const probe =
      !status.started && container.startupProbe !== null ? 'startupProbe' : container.readinessProbe !== null ? 'readinessProbe' : null;
    return { kind: 'notReady', pod: pod.name, container: container.name, probe };
  }
  return { kind: 'starting', pod: pod.name };
}
