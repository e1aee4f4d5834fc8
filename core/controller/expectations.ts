import type { Instant } from '../kubernetes/objects/meta.ts';

/** Creates and deletes that were asked for and not seen yet (controller.ControllerExpectations). */
export interface Expectation {
  creates: number;
  deletes: number;
  since: Instant;
}

/** By `namespace/name` of the DaemonSet. */
export type Expectations = Map<string, Expectation>;

const timeout = 5 * 60 * 1000;

export function expect(expectations: Expectations, key: string, creates: number, deletes: number, now: Instant): void {
  const open = expectations.get(key);
  if (open === undefined) expectations.set(key, { creates, deletes, since: now });
  else {
    open.creates = creates;
    open.deletes = deletes;
    open.since = now;
  }
}

/** Nothing is asked for: as good as no record. */
export function expectNothing(expectations: Expectations, key: string): void {
  const open = expectations.get(key);
  if (open === undefined) return;
  open.creates = 0;
  open.deletes = 0;
}

/** Also when more were seen than expected, when nothing is recorded, and after five minutes. */
export function areSatisfied(expectations: Expectations, key: string, now: Instant): boolean {
  const open = expectations.get(key);
  if (open === undefined || (open.creates <= 0 && open.deletes <= 0)) return true;
  return now - open.since > timeout;
}

export function creationsObserved(expectations: Expectations, key: string, count = 1): void {
  const open = expectations.get(key);
  if (open !== undefined) open.creates -= count;
}

/** Counts below zero do no harm: every update of a terminating pod is observed as a deletion. */
export function deletionObserved(expectations: Expectations, key: string): void {
  const open = expectations.get(key);
  if (open !== undefined) open.deletes -= 1;
}
