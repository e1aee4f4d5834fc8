import { createQueue, pop, push } from '../../core/base/priorityQueue.ts';
import { createRandom, nextInt } from '../../core/base/random.ts';
import { observe } from '../../core/controller/controller.ts';
import { refresh } from '../../core/controller/view.ts';
import type { Pod } from '../../core/kubernetes/objects/pod.ts';
import { advance, type Run, start, toTheEnd } from '../../core/simulation/run.ts';
import type { Scenario } from '../../core/simulation/scenario.ts';
import { podsOf } from '../../core/simulation/world/world.ts';
import { plainRecount } from '../controller/plainRecount.ts';
import { collectGarbage, median, medianTime, type Row, report, row } from './kit/measure.ts';
import { rollout } from './kit/rollout.ts';

/** What a rollout costs, by size: the table of test/README.md. Times are from the start state to the end, without building the start state. */
function measure(): readonly Row[] {
  const small = timeOf(rollout(1000, '10%'), { warmUp: 25, runs: 25 });
  const middle = timeOf(rollout(5000, '10%'), { warmUp: 5, runs: 9 });
  const one = timeOf(rollout(5000, 1), { warmUp: 3, runs: 9 });
  const large = timeOf(rollout(10_000, '10%'), { warmUp: 1, runs: 5 });
  const huge = timeOf(rollout(100_000, '10%'), { warmUp: 1, runs: 3 });
  return [
    row('10 % rolling update, 1,000 nodes', small, 'ms', 16),
    row('10 % rolling update, 5,000 nodes', middle, 'ms', 80),
    row('10 % rolling update, 100,000 nodes', huge, 'ms', 2000),
    row('… times 10,000 nodes', huge / large, '×', 12),
    row('… heap', heapOf(rollout(100_000, '10%')), 'MB', 400),
    row('maxUnavailable 1, 5,000 nodes, times 10 %', one / middle, '×', 1.5),
    row('events a second, share of a bare queue', eventsShare(), '', 0.2, false),
    row('pod event, plain recount times incremental, 5,000 nodes', recountRatio(), '×', 50, false),
  ];
}

function begin(scenario: Scenario): Run {
  const started = start(scenario);
  if (!started.ok) throw new Error(JSON.stringify(started.problems));
  return started.run;
}

function timeOf(scenario: Scenario, often?: { readonly warmUp: number; readonly runs: number }): number {
  return medianTime(
    () => begin(scenario),
    run => {
      advance(run, toTheEnd);
      if (run.outcome.kind !== 'quiet') throw new Error(`the rollout ended as ${run.outcome.kind}`);
    },
    often,
  );
}

function heapOf(scenario: Scenario): number {
  const run = begin(scenario);
  let most = 0;
  while (advance(run, { until: toTheEnd.until, maxEvents: 100_000 }).kind === 'running') most = Math.max(most, heap());
  return Math.max(most, heap()) / 1e6;
}

function heap(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** Events a second of a rollout, as a share of what a bare queue of as many waiting entries pushes and pops. */
function eventsShare(): number {
  const scenario = rollout(5000, '10%');
  const done = begin(scenario);
  advance(done, toTheEnd);
  const bare = medianTime(
    () => createRandom(1),
    random => {
      const queue = createQueue<{ readonly at: number; readonly sequence: number }>(
        (a, b) => a.at < b.at || (a.at === b.at && a.sequence < b.sequence),
      );
      for (let i = 0; i < done.processed; i++) push(queue, { at: nextInt(random, 1_000_000), sequence: i });
      while (pop(queue) !== undefined);
    },
  );
  return bare / timeOf(scenario);
}

/** One pod turns Ready or not Ready: how long until the totals are right again, incrementally and by counting everything anew. */
function recountRatio(): number {
  const run = begin(rollout(5000, '10%'));
  advance(run, { until: 30_000, maxEvents: Number.MAX_SAFE_INTEGER });
  const { controller, world } = run;
  const [view] = controller.views.values();
  if (view === undefined) throw new Error('no DaemonSet');
  const pods = [...podsOf(world)];
  const random = createRandom(2);
  let version = 1_000_000_000;
  const flip = (pod: Pod): Pod => ({ ...pod, ready: { ready: pod.ready?.ready !== true, since: 0 }, resourceVersion: version++ });
  const incremental = timeEach(2000, () => {
    const index = nextInt(random, pods.length);
    const before = pods[index] as Pod;
    const after = flip(before);
    pods[index] = after;
    observe(controller, { kind: 'Pod', before, after }, world.now);
    refresh(view, controller.profile, controller.backoff, world.now);
  });
  const nodes = [...world.nodes.values()];
  const plain = timeEach(30, () => {
    plainRecount({
      daemonSet: view.daemonSet,
      hash: view.hash,
      nodes,
      pods,
      profile: controller.profile,
      heldBack: () => false,
      now: world.now,
    });
  });
  return plain / incremental;
}

function timeEach(times: number, once: () => void): number {
  const batches: number[] = [];
  for (let batch = 0; batch < 7; batch++) {
    const before = performance.now();
    for (let i = 0; i < times / 7; i++) once();
    batches.push((performance.now() - before) / (times / 7));
  }
  return median(batches);
}

report(measure());
