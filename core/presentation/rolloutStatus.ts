import type { DaemonSet } from '../kubernetes/objects/daemonSet.ts';

/** What `kubectl rollout status` says of a DaemonSet, and whether it would stop waiting. */
export interface RolloutStatus {
  readonly done: boolean;
  /** true: kubectl ends with this as an error. */
  readonly error: boolean;
  /** One line without its line feed. */
  readonly text: string;
}

/** The line of `kubectl rollout status` for this moment (kubectl polymorphichelpers, rollout_status.go). */
export function rolloutStatus(daemonSet: DaemonSet): RolloutStatus {
  const { status, name } = daemonSet;
  if (daemonSet.spec.updateStrategy.type !== 'RollingUpdate') {
    return { done: true, error: true, text: 'rollout status is only available for RollingUpdate strategy type' };
  }
  if (daemonSet.generation > status.observedGeneration) return waiting('Waiting for daemon set spec update to be observed...');
  const desired = status.desiredNumberScheduled;
  const start = `Waiting for daemon set "${name}" rollout to finish:`;
  if (status.updatedNumberScheduled < desired) {
    return waiting(`${start} ${status.updatedNumberScheduled} out of ${desired} new pods have been updated...`);
  }
  if (status.numberAvailable < desired) return waiting(`${start} ${status.numberAvailable} of ${desired} updated pods are available...`);
  return { done: true, error: false, text: `daemon set "${name}" successfully rolled out` };
}

function waiting(text: string): RolloutStatus {
  return { done: false, error: false, text };
}
