import type { EventType } from '../../kubernetes/objects/event.ts';
import type { Pod } from '../../kubernetes/objects/pod.ts';
import type { World } from '../world/world.ts';

/** Emits an event about a pod; its text is made, of the pod and one more word, only when someone reads it. */
export function emitAboutPod(
  world: World,
  source: string,
  pod: Pod,
  type: EventType,
  reason: string,
  message: (pod: Pod, about: string) => string,
  about = '',
): void {
  if (!world.observer.wantsEvents) return;
  const regarding = { kind: 'Pod', namespace: pod.namespace, name: pod.name };
  world.observer.emitted({ at: world.now, type, reason, message: message(pod, about), source, regarding });
}

export function emitAboutNode(world: World, node: string, type: EventType, reason: string, message: string): void {
  if (!world.observer.wantsEvents) return;
  const regarding = { kind: 'Node', namespace: '', name: node };
  world.observer.emitted({ at: world.now, type, reason, message, source: 'node-controller', regarding });
}
