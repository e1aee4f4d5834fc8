import type { PreparedCluster } from '../../../core/simulation/preparedCluster.ts';
import type { WorkerAnswer } from './messages.ts';

export type Post = (answer: WorkerAnswer) => void;
/** Calls back after the messages that came meanwhile. */
export type Later = (work: () => void) => void;

/** What every long work needs to know. */
export interface Work {
  /** Whether anyone still waits for it: a newer run ends all work of older ones. */
  readonly wanted: () => boolean;
  readonly later: Later;
  /** The scenario's cluster, read. */
  readonly prepared: PreparedCluster;
}
