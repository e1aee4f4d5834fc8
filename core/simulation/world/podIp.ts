import type { Node } from '../../kubernetes/objects/node.ts';
import type { PodSpec } from '../../kubernetes/objects/podTemplate.ts';

/** The address of a pod: its node's with hostNetwork, else one of 10.244.0.0/14 that follows from its uid. */
export function podIp(uid: string, spec: PodSpec, node: Node | null): string {
  if (spec.hostNetwork) return node?.info.internalIp ?? '';
  const number = Number(uid.slice(uid.indexOf('-') + 1)) || 0;
  return `${networks[(number >> 8) & 1023] ?? ''}${number & 255}`;
}

/** The 1,024 networks of 256 addresses; all pods of one share its text. */
const networks: readonly string[] = Array.from({ length: 1024 }, (_, network) => `10.${244 + (network >> 8)}.${network & 255}.`);
