/** What a node shows of a DaemonSet, in the order of their codes. */
export const nodeStates = ['notTargeted', 'none', 'old', 'starting', 'updated', 'terminating', 'failed'] as const;

/**
 * - `notTargeted`: the node should not run a pod, and has none
 * - `none`: it should, and has none
 * - `old`: a pod of an older template is available (with surge: also while its successor starts)
 * - `starting`: its pod is not available yet, or not any more
 * - `updated`: a pod of the current template is available
 * - `terminating`: all its pods are being deleted
 * - `failed`: its pod has failed, or a container of it cannot start (CrashLoopBackOff, ImagePullBackOff …)
 */
export type NodeState = (typeof nodeStates)[number];

/** The bands of a stacked chart from bottom to top. Nodes that are not targeted are in none. */
export const bands = ['updated', 'starting', 'failed', 'terminating', 'none', 'old'] as const satisfies readonly NodeState[];

/** The bits of a lane's code that hold the state. */
export const stateMask = 7;
/** The node is not Ready. */
export const downBit = 8;
/** The node is cordoned. */
export const cordonedBit = 16;
/** The node is not (or no longer) part of the cluster. */
export const absentBit = 32;
/** The node should run a pod, and none that stays is available: it is without the agent. */
export const withoutBit = 64;
/** The node is not as the DaemonSet wants it: no available pod of the current template, or a pod it must not have. */
export const pendingBit = 128;

/** The code of each state. */
export const stateCode: Readonly<Record<NodeState, number>> = {
  notTargeted: 0,
  none: 1,
  old: 2,
  starting: 3,
  updated: 4,
  terminating: 5,
  failed: 6,
};

export function stateOf(code: number): NodeState {
  return nodeStates[code & stateMask] ?? 'none';
}

export function isDown(code: number): boolean {
  return (code & downBit) !== 0;
}

export function isCordoned(code: number): boolean {
  return (code & cordonedBit) !== 0;
}

export function isAbsent(code: number): boolean {
  return (code & absentBit) !== 0;
}

export function isWithout(code: number): boolean {
  return (code & withoutBit) !== 0;
}

export function isPending(code: number): boolean {
  return (code & pendingBit) !== 0;
}
