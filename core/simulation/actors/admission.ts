import type { Pod } from '../../kubernetes/objects/pod.ts';
import { tolerates } from '../../kubernetes/taints.ts';
import type { PressureResource } from '../scenario.ts';
import type { Machine, Refusal } from '../world/machine.ts';
import { podNeeds } from '../world/podNeeds.ts';

/** Names of node conditions, and the taint that goes with each. */
export const pressureConditions: Readonly<Record<PressureResource, { readonly type: string; readonly taint: string }>> = {
  memory: { type: 'MemoryPressure', taint: 'node.kubernetes.io/memory-pressure' },
  disk: { type: 'DiskPressure', taint: 'node.kubernetes.io/disk-pressure' },
  pid: { type: 'PIDPressure', taint: 'node.kubernetes.io/pid-pressure' },
};

/** The system priorities and above: pods that a kubelet takes and keeps whatever the pressure (kubelet types.IsCriticalPod). */
const criticalPriority = 2_000_000_000;

export function isCritical(pod: Pod): boolean {
  return pod.spec.priority >= criticalPriority;
}

/**
 * Why a kubelet does not take up a pod that is bound to it (kubelet eviction manager, Admit); null: it does.
 *
 * Invariants: critical pods are always admitted; under memory pressure alone so are pods with requests, and pods that tolerate its taint; disk and PID
 * pressure refuse all others.
 */
export function refusalOf(machine: Machine, pod: Pod): Refusal | null {
  if (machine.refuses !== null) return machine.refuses;
  if (machine.pressure === null || machine.pressure.size === 0 || isCritical(pod)) return null;
  const onlyMemory = machine.pressure.size === 1 && machine.pressure.has('memory');
  if (onlyMemory && (!isBestEffort(pod) || toleratesMemoryPressure(pod))) return null;
  const conditions = [...machine.pressure.keys()].map(resource => pressureConditions[resource].type);
  return { reason: 'Evicted', message: `The node had condition: [${conditions.join(' ')}]. ` };
}

function isBestEffort(pod: Pod): boolean {
  const { cpuMilli, memoryBytes } = podNeeds(pod.spec);
  return cpuMilli === 0 && memoryBytes === 0;
}

function toleratesMemoryPressure(pod: Pod): boolean {
  const taint = { key: pressureConditions.memory.taint, value: '', effect: 'NoSchedule' } as const;
  return pod.tolerations.some(toleration => tolerates(toleration, taint));
}
