import type { Millis } from '../kubernetes/objects/meta.ts';

/**
 * The modelled durations: what no manifest says and no cluster file knows. Each has an honest default, is shown in the panel and can be changed.
 * What the manifest does say (probe delays, grace period, preStop sleep) is taken from there instead.
 */
export interface Assumptions {
  /** Pod created → bound by the scheduler. */
  readonly bind: Millis;
  /** Bound → sandbox and volumes are there. */
  readonly sandbox: Millis;
  /** An image that the node does not have yet: how long its pull takes. */
  readonly imagePull: Millis;
  /** How many nodes the registry serves at once; 0: as many as come. */
  readonly registryPulls: number;
  /** Image present → container process runs. */
  readonly containerStart: Millis;
  /** Container runs → its readiness, startup and liveness probes would pass. */
  readonly applicationReady: Millis;
  /** SIGTERM → process gone, when the application stops by itself; the grace period caps it. */
  readonly applicationStop: Millis;
  /** Kubelet's part of a termination, after the last process is gone. */
  readonly teardown: Millis;
  /** Share by which each of these varies from pod to pod, 0 … 1 (0.2: ± 20 %), drawn by the seed. */
  readonly jitter: number;
  /** Node goes silent → it is marked NotReady; null: by Kubernetes version (40 s up to 1.31, 50 s from 1.32). */
  readonly nodeDownNotice: Millis | null;
  /** The kubelet of a silent node is back → its pods are Ready again and the node is marked Ready. */
  readonly nodeUpRecover: Millis;
  /** Node object gone → pods bound to it are collected. */
  readonly podGc: Millis;
  /** DaemonSet gone → garbage collection deletes its pods and revisions. */
  readonly ownerGc: Millis;
  /** Requests a second of the controller manager's client, and its burst; 0: no limit. */
  readonly clientQps: number;
  readonly clientBurst: number;
}

/** The defaults; docs/assumptions.md says where each comes from. */
export const defaultAssumptions: Assumptions = {
  bind: 50,
  sandbox: 1_000,
  imagePull: 4_000,
  registryPulls: 0,
  containerStart: 500,
  applicationReady: 2_000,
  applicationStop: 2_000,
  teardown: 1_000,
  jitter: 0,
  nodeDownNotice: null,
  nodeUpRecover: 1_000,
  podGc: 45_000,
  ownerGc: 100,
  clientQps: 20,
  clientBurst: 30,
};
