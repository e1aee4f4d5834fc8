import assert from 'node:assert/strict';
import { defaultAssumptions } from '../../../core/simulation/assumptions.ts';
import { tutorialCluster } from '../../../core/simulation/clusters/tutorial.ts';
import { manifestKubelet } from '../../../core/simulation/kubeletModel.ts';
import { prepareCluster } from '../../../core/simulation/preparedCluster.ts';
import { simulate } from '../../../core/simulation/run.ts';
import { endlessLimits, type Scenario, type ScenarioEvent } from '../../../core/simulation/scenario.ts';
import { podsAt, type Timeline, traceHash } from '../../../core/simulation/timeline.ts';
import { agent } from '../../../test/kit/scenario.ts';
import { createEngine } from './engine.ts';
import { forecastWords } from './forecastWords.ts';
import type { LiveRequest } from './live.ts';
import { livePictures } from './livePicture.ts';
import { createLiveRun, takeNews } from './liveRun.ts';
import type { WorkerAnswer } from './messages.ts';

const daemonSet = { namespace: 'default', name: 'agent' };
const world: Scenario = {
  ...{ kubernetesVersion: '1.36', seed: 1, cluster: tutorialCluster(), baseline: null, events: [] },
  ...{ assumptions: defaultAssumptions, kubelet: manifestKubelet, limits: endlessLimits },
};

const apply = (at: number, image: string): ScenarioEvent => ({ at, do: 'apply', manifest: agent(image) });
const minutes = (n: number): number => n * 60_000;

/** An engine that is told of a world, one piece of news after the other. */
function bench() {
  const answers: WorkerAnswer[] = [];
  const turns: (() => void)[] = [];
  const later = (work: () => void): void => void turns.push(work);
  const engine = createEngine({ post: answer => void answers.push(answer), later, atLeisure: later, background: () => undefined });
  let known = 0;
  let run = 0;
  return {
    answers,
    tell: (news: readonly ScenarioEvent[], now: number, more: Partial<LiveRequest> = {}) => {
      const start = known === 0 && run === 0 ? world : null;
      engine.take({ type: 'live', run: ++run, world: 1, start, first: known, events: news, daemonSet, now, ...more });
      known += news.length;
      while (turns.length > 0) turns.shift()?.();
      const picture = answers.findLast(answer => answer.type === 'picture');
      const hash = answers.findLast(answer => answer.type === 'hash');
      return { picture: picture?.type === 'picture' ? picture.picture : null, hash: hash?.type === 'hash' ? hash.hash : '' };
    },
    ask: (request: Parameters<typeof engine.take>[0]) => {
      engine.take(request);
      return answers.at(-1);
    },
  };
}

function hashOf(events: readonly ScenarioEvent[]): string {
  const simulated = simulate({ ...world, events });
  return simulated.ok ? traceHash(simulated.timeline) : 'refused';
}

describe('a served world that is played again', () => {
  it('is the same whether its news come one by one, in the middle of a rollout, or all at once', () => {
    const events = [
      apply(1_000, 'agent:1'),
      apply(minutes(1), 'agent:2'),
      { at: minutes(1) + 2_500, do: 'cordon', node: 'worker-1' } as const,
      { at: minutes(5), do: 'removeNode', node: 'worker-2' } as const,
    ];
    const { tell } = bench();
    for (const event of events) tell([event], event.at);
    assert.equal(tell([], minutes(6)).hash, hashOf(events));
    assert.equal(bench().tell(events, minutes(6)).hash, hashOf(events));
  });

  it('goes on from a rest without running again, and runs again where something was foreseen otherwise', () => {
    const live = createLiveRun(1, world);
    const prepared = prepareCluster(world.cluster);
    const play = (news: readonly ScenarioEvent[], now: number): unknown => {
      const begun = takeNews(live, news, now, prepared);
      while (begun.ok && begun.step(1_000) === null);
      return live.under?.run;
    };
    const first = play([apply(1_000, 'agent:1')], 1_000);
    assert.equal(play([apply(minutes(5), 'agent:2')], minutes(5)), first, 'it rested at 5 m');
    assert.notEqual(play([apply(minutes(5) + 100, 'agent:3')], minutes(5) + 100), first, 'it had foreseen the end of agent:2');
  });

  it('foretells what goes on since the last edit, and says which fields it changed', () => {
    const { tell } = bench();
    tell([apply(1_000, 'agent:1')], 1_000);
    const { picture } = tell([apply(minutes(30), 'agent:2')], minutes(30));
    assert.ok(picture !== null);
    assert.deepEqual(
      picture.edit.fields.map(({ name, from, to }) => [name, from, to]),
      [['image', 'agent:1', 'agent:2']],
    );
    assert.ok(picture.begin > minutes(29) && picture.begin < minutes(30), `the axis begins at ${picture.begin}`);
    assert.match(picture.sentence.lead, /one (node )?(after the other|by one|at a time)/i);
    assert.equal(picture.tiles.find(({ id }) => id === 'replaced')?.value, '2');
    assert.deepEqual(picture.world?.manifest, agent('agent:2'));
    assert.equal(picture.world?.until, null);
  });

  it('begins anew with a disturbance', () => {
    const { tell } = bench();
    tell([apply(1_000, 'agent:1')], 1_000);
    const pod = { namespace: 'default', daemonSet: 'agent', node: 'worker-1' };
    const { picture } = tell([{ at: minutes(10), do: 'deletePod', pod, force: false }], minutes(10));
    assert.equal(picture?.edit.fields.length, 0);
    assert.equal(picture?.tiles.find(({ id }) => id === 'replaced')?.value, '1');
  });

  it('does not look ahead for ever, and goes on looking as time goes on', () => {
    const { tell } = bench();
    // Two nodes, one after the other, two hours each.
    const patient = (at: number, image: string): ScenarioEvent => ({
      at,
      do: 'apply',
      manifest: agent(image, { spec: { minReadySeconds: 7_200 } }),
    });
    tell([patient(1_000, 'agent:1')], 1_000);
    const first = tell([patient(minutes(150), 'agent:2')], minutes(150)).picture;
    assert.equal(first?.world?.until, minutes(150 + 180));
    assert.match(first?.tiles.find(({ id }) => id === 'duration')?.value ?? '', /> 3 h/);
    const later = tell([], minutes(325)).picture;
    assert.equal(later?.world?.until, null, 'it has seen the end');
    assert.match(later?.tiles.find(({ id }) => id === 'duration')?.value ?? '', /^4 h/);
  });

  it('forgets the beginning of a long session, and nothing of what goes on', () => {
    const prepared = prepareCluster(world.cluster);
    const events = Array.from({ length: 40 }, (_, place) => apply(1_000 + minutes(place), `agent:${place}`));
    // The last one comes in the middle of the one before: everything is run again.
    events.push(apply(minutes(39) + 3_000, 'agent:last'));
    const played = (keep: number, together: boolean) => {
      const live = createLiveRun(1, world, keep);
      let timeline: Timeline | null = null;
      for (const news of together ? [events] : events.map(event => [event])) {
        const begun = takeNews(live, news, news.at(-1)?.at ?? 0, prepared);
        for (timeline = null; begun.ok && timeline === null; ) timeline = begun.step(20);
      }
      assert.ok(timeline !== null);
      const since = live.under?.recorder.since() ?? 0;
      const { picture } = livePictures(timeline, since, daemonSet, minutes(39) + 3_000, forecastWords('en'));
      return {
        size: live.under?.recorder.size() ?? 0,
        since,
        picture,
        pods: podsAt(timeline, minutes(60)),
        at: podsAt(timeline, minutes(39) + 5_000),
      };
    };
    const whole = played(1_000_000, true);
    for (const short of [played(100, true), played(100, false)]) {
      assert.ok(short.size < 250 && whole.size > 450, `${short.size} of ${whole.size} changes`);
      assert.ok(short.since > minutes(20) && short.since < minutes(39), String(short.since));
      assert.deepEqual(short.pods, whole.pods);
      assert.deepEqual(short.at, whole.at);
      for (const part of ['sentence', 'tiles', 'edit', 'end', 'begin', 'nodes'] as const)
        assert.deepEqual(short.picture[part], whole.picture[part], part);
      assert.equal(short.picture.world?.since, short.since);
    }
  });

  it('shows the nodes before the DaemonSet is there', () => {
    const { picture } = bench().tell([], 0);
    assert.equal(picture?.nodes.length, 5);
    assert.equal(picture?.world?.manifest, null);
  });

  it('says so when news do not follow on what it knows', () => {
    const { tell, answers } = bench();
    tell([apply(1_000, 'agent:1')], 1_000);
    tell([], 2_000, { first: 7 });
    assert.equal(answers.at(-1)?.type, 'refused');
  });

  it('is saved as a scenario without what was refused', () => {
    const { tell, ask } = bench();
    tell([apply(1_000, 'agent:1'), { at: 2_000, do: 'cordon', node: 'none-such' }, { at: 3_000, do: 'cordon', node: 'worker-1' }], 3_000);
    const file = ask({ type: 'scenarioFile', run: 1 });
    assert.ok(file?.type === 'scenarioFile');
    assert.match(file.text, /worker-1/);
    assert.doesNotMatch(file.text, /none-such|9000000/);
  });
});
