import type { Node } from '../../kubernetes/objects/node.ts';
import type { Pod } from '../../kubernetes/objects/pod.ts';

/** The address of a pod: its node's with hostNetwork, else one of 10.244.0.0/14 that follows from its uid. */
export function podIp(pod: Pod, node: Node | null): string {
  if (pod.spec.hostNetwork) return node?.info.internalIp ?? '';
  const number = Number(pod.uid.slice(pod.uid.indexOf('-') + 1)) || 0;
  return `10.${244 + ((number >> 16) & 3)}.${(number >> 8) & 255}.${number & 255}`;
}
