import assert from 'node:assert/strict';
import { agent, apply, picture, row, story, timelineOf } from '../../../test/kit/scenario.ts';
import { defaultAssumptions } from '../assumptions.ts';
import { plainCluster } from '../clusters/generate.ts';
import { ordinaryImage } from '../kubeletModel.ts';

const one = plainCluster(1);
const images = (of: Record<string, object>) => ({
  kind: 'manifest' as const,
  images: Object.fromEntries(Object.entries(of).map(([image, differs]) => [image, { ...ordinaryImage, ...differs }])),
});

describe('the kubelet', () => {
  it('pulls what the node lacks, and only that', () => {
    const timeline = timelineOf({
      cluster: one,
      baseline: agent('app:1'),
      events: [apply(0, agent('app:2')), apply(60_000, agent('app:1')), apply(120_000, agent('app:2'))],
    });
    const pulls = timeline.events.filter(event => event.reason === 'Pulling').map(event => event.message);
    assert.deepEqual(pulls, ['Pulling image "app:2"']);
    assert.deepEqual(story(timeline, 'node-1').slice(0, 5), [
      '0 Terminating',
      '3000 gone',
      '3000 Pending unbound',
      '3050 Pending ContainerCreating',
      '8550 Running ready',
    ]);
  });

  it('pulls one image after the other on a node', () => {
    const sidecars = agent('app:1', { pod: { initContainers: [] } });
    const two = { ...sidecars, metadata: { name: 'second', namespace: 'default' } };
    const timeline = timelineOf({ cluster: one, events: [apply(0, agent('app:1')), apply(0, { ...two, spec: agent('app:2').spec! })] });
    const pulled = timeline.events.filter(event => event.reason === 'Pulled').map(event => event.at);
    assert.deepEqual(pulled, [5_050, 9_050]);
  });

  it('runs init containers one by one, lets a sidecar start first, then the main container', () => {
    const initContainers = [
      { name: 'init', image: 'init:1' },
      { name: 'side', image: 'side:1', restartPolicy: 'Always', startupProbe: { tcpSocket: { port: 80 }, periodSeconds: 1 } },
    ];
    const timeline = timelineOf({ cluster: one, events: [apply(0, agent('app:1', { pod: { initContainers } }))] });
    const started = timeline.events.filter(event => event.reason === 'Started').map(event => `${event.at} ${event.message}`);
    assert.deepEqual(started, ['5550 Started container init', '12050 Started container side', '18550 Started container agent']);
    assert.equal(row(timeline), '1/1/1/1/1');
  });

  it('backs off from a missing image, and ends in ImagePullBackOff for good', () => {
    const timeline = timelineOf({ cluster: one, kubelet: images({ 'app:1': { missing: true } }), events: [apply(0, agent('app:1'))] });
    const tries = timeline.events.filter(event => event.reason === 'Pulling').map(event => event.at);
    assert.deepEqual(
      tries.map((at, i) => at - (tries[i - 1] ?? 0)),
      [1_050, 11_000, 21_000, 41_000, 81_000, 161_000],
    );
    assert.deepEqual(picture(timeline), { 'node-1': ['Pending ImagePullBackOff'] });
    assert.equal(timeline.outcome.kind, 'quiet');
  });

  it('restarts a crashing container at once, then after 10, 20, 40 s, until it stays up', () => {
    const timeline = timelineOf({
      cluster: one,
      kubelet: images({ 'app:1': { crashAfter: 1_500, crashes: 4 } }),
      events: [apply(0, agent('app:1'))],
    });
    const starts = timeline.events.filter(event => event.reason === 'Started').map(event => event.at);
    assert.deepEqual(
      starts.slice(1).map((at, i) => at - starts[i]!),
      [2_000, 12_000, 22_000, 42_000],
    );
    const pod = timeline.pods.at(-1)?.after;
    assert.equal(pod?.containerStatuses[0]?.restartCount, 4);
    assert.equal(row(timeline), '1/1/1/1/1');
  });

  it('takes a crash without end to go on for ever', () => {
    const timeline = timelineOf({ cluster: one, kubelet: images({ 'app:1': { crashAfter: 0 } }), events: [apply(0, agent('app:1'))] });
    assert.deepEqual(picture(timeline), { 'node-1': ['Running CrashLoopBackOff'] });
    assert.ok(timeline.outcome.kind === 'quiet' && timeline.outcome.at > 1_000_000, JSON.stringify(timeline.outcome));
  });

  it('kills what fails its liveness probe, and never makes ready what fails its readiness probe', () => {
    const kubelet = images({ 'app:1': { neverReady: true } });
    const killed = timelineOf({
      cluster: one,
      kubelet,
      events: [apply(0, agent('app:1', { container: { livenessProbe: { tcpSocket: { port: 80 }, periodSeconds: 5 } } }))],
    });
    assert.match(story(killed, 'node-1').join(), /15550 Running not ready,16050 Running ready,26050 Running CrashLoopBackOff/);
    const waiting = timelineOf({
      cluster: one,
      kubelet,
      events: [apply(0, agent('app:1', { container: { readinessProbe: { tcpSocket: { port: 80 } } } }))],
    });
    assert.deepEqual(picture(waiting), { 'node-1': ['Running not ready'] });
  });

  it('varies durations from pod to pod by the seed, and only then', () => {
    const starts = (jitter: number, seed: number): number[] => {
      const assumptions = { ...defaultAssumptions, jitter };
      const timeline = timelineOf({ seed, assumptions, events: [apply(0, agent('app:1'))] });
      return timeline.events.filter(event => event.reason === 'Started').map(event => event.at);
    };
    assert.deepEqual(starts(0, 1), [5_550, 5_550, 5_550]);
    assert.equal(new Set(starts(0.2, 1)).size, 3);
    assert.deepEqual(starts(0.2, 1), starts(0.2, 1));
    assert.notDeepEqual(starts(0.2, 1), starts(0.2, 2));
  });
});
