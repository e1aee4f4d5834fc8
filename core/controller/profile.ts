import { atLeast, type KubernetesVersion } from '../kubernetes/versions.ts';

/** One value per behaviour of the controller that changed between Kubernetes 1.29 and 1.37. Chosen once, by version; no rule asks for the version itself. */
export interface ControllerProfile {
  readonly version: KubernetesVersion;
  /** A pod that has been Ready for exactly minReadySeconds is available (k/k #132121, 1.34); before, one needs to be Ready for longer. */
  readonly availableAtBoundary: boolean;
  /** Old pods that are not available count against maxUnavailable (k/k #123233; 1.31 and patch releases of 1.30). */
  readonly unavailableOldPodsCount: boolean;
  /** Node events go through a queue of their own and are judged against the pods that are there (1.33); before, placement of old and new node is compared. */
  readonly nodeQueue: boolean;
  /** A node event wakes a DaemonSet that has a pod there while some pods are misscheduled (k/k #132477; 1.35 and patch releases of 1.33, 1.34). */
  readonly wakeWhileMisscheduled: boolean;
  /** A sync is put off while the caches are older than the controller's own writes (gate StaleControllerConsistencyDaemonSet, on from 1.36). */
  readonly staleCacheGuard: boolean;
}

/** The behaviour of the newest patch release of `version`. */
export function controllerProfile(version: KubernetesVersion): ControllerProfile {
  return {
    version,
    availableAtBoundary: atLeast(version, '1.34'),
    unavailableOldPodsCount: atLeast(version, '1.30'),
    nodeQueue: atLeast(version, '1.33'),
    wakeWhileMisscheduled: atLeast(version, '1.33'),
    staleCacheGuard: atLeast(version, '1.36'),
  };
}
