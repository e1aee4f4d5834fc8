import assert from 'node:assert/strict';
import { holdingBack } from '../../core/controller/backoff.ts';
import type { Controller } from '../../core/controller/controller.ts';
import { candidates } from '../../core/controller/rollingShare.ts';
import { refresh, type View } from '../../core/controller/view.ts';
import type { Pod } from '../../core/kubernetes/objects/pod.ts';
import { plainRecount, type Recount } from './plainRecount.ts';

/** Fails when what the controller keeps of a DaemonSet, change by change, is not what counting everything anew gives. */
export function assertTallies(controller: Controller, pods: readonly Pod[], now: number): void {
  for (const [key, view] of controller.views) {
    const terms = refresh(view, controller.profile, controller.backoff, now);
    const recount = plainRecount({
      daemonSet: view.daemonSet,
      hash: view.hash,
      nodes: [...controller.nodes.values()],
      pods: pods,
      profile: controller.profile,
      heldBack: node => holdingBack(controller.backoff, terms.backoffPrefix + node, now) !== null,
      now,
    });
    assert.deepEqual(tallied(view), recount, `the bookkeeping of ${key} at ${now} ms`);
  }
}

function tallied({ tally }: View): Recount {
  const { desired, current, ready, updated, available, misscheduled, counted, surgeAvailable, lookupFailures } = tally;
  const deleting = [...tally.deletes.items, ...tally.strays.items].flatMap(({ facts }) => [
    ...(facts?.care.deletes ?? []).map(({ pod }) => pod.name),
    ...(facts?.care.failed.length === 1 ? facts.care.failed.map(({ name }) => name) : []),
  ]);
  return {
    ...{ desired, current, ready, updated, available, misscheduled, counted, surgeAvailable, lookupFailures },
    creates: tally.creates.items.map(({ name }) => name).sort(),
    deletes: deleting.sort(),
    candidates: candidates.flatMap(kind => tally.candidates[kind].items.map(({ name }) => `${kind} ${name}`)).sort(),
  };
}
