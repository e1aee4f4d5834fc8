import { allNodesAtOnce } from './all-nodes-at-once.ts';
import { deviceWithSurge } from './device-with-surge.ts';
import { hostNetworkDns } from './host-network-dns.ts';
import { hostPortWithSurge } from './host-port-with-surge.ts';
import { imageWithoutVersion } from './image-without-version.ts';
import { longGracePeriod } from './long-grace-period.ts';
import { noMemoryLimit } from './no-memory-limit.ts';
import { noNodeMatches } from './no-node-matches.ts';
import { noPriorityClass } from './no-priority-class.ts';
import { noReadinessProbe } from './no-readiness-probe.ts';
import { noRequests } from './no-requests.ts';
import { nodeNamePinned } from './node-name-pinned.ts';
import { notReadyNoSchedule } from './not-ready-no-schedule.ts';
import { numericAffinity } from './numeric-affinity.ts';
import { oldControlPlaneToleration } from './old-control-plane-toleration.ts';
import { onDeleteEdit } from './on-delete-edit.ts';
import { onDeleteRollingUpdate } from './on-delete-rolling-update.ts';
import { placementEditDeletes } from './placement-edit-deletes.ts';
import { podAffinityPending } from './pod-affinity-pending.ts';
import { preferredNodeAffinity } from './preferred-node-affinity.ts';
import { privilegedContainer } from './privileged-container.ts';
import { probePortUnknown } from './probe-port-unknown.ts';
import { rolloutStalls } from './rollout-stalls.ts';
import type { Rule } from './rule.ts';
import { tolerationSecondsOverwritten } from './toleration-seconds-overwritten.ts';
import { unreadyReplacedAtOnce } from './unready-replaced-at-once.ts';
import { writableHostPath } from './writable-host-path.ts';

/** All rules. A new one is its file, its document and its line here. */
export const rules: readonly Rule[] = [
  allNodesAtOnce,
  deviceWithSurge,
  hostPortWithSurge,
  longGracePeriod,
  nodeNamePinned,
  noNodeMatches,
  noReadinessProbe,
  notReadyNoSchedule,
  numericAffinity,
  oldControlPlaneToleration,
  onDeleteEdit,
  onDeleteRollingUpdate,
  placementEditDeletes,
  podAffinityPending,
  preferredNodeAffinity,
  probePortUnknown,
  rolloutStalls,
  tolerationSecondsOverwritten,
  unreadyReplacedAtOnce,
  hostNetworkDns,
  imageWithoutVersion,
  noMemoryLimit,
  noPriorityClass,
  noRequests,
  privilegedContainer,
  writableHostPath,
];
