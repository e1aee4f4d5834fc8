import assert from 'node:assert/strict';
import { agent, apply, picture, row, timelineOf } from '../../../test/kit/scenario.ts';
import { type ImageBehaviour, ordinaryImage } from '../kubeletModel.ts';
import type { ScenarioEvent } from '../scenario.ts';

const image = (at: number, behaviour: Partial<ImageBehaviour>): ScenarioEvent => ({
  at,
  do: 'image',
  image: 'app:2',
  behaviour: { ...ordinaryImage, ...behaviour },
});
const run = (events: readonly ScenarioEvent[], parts = {}) =>
  timelineOf({ baseline: agent('app:1', parts), events: [...events, apply(0, agent('app:2', parts))] });

describe('an image that is not as it should be', () => {
  it('stalls the rollout while the registry lacks it, and lets it go on when it is there', () => {
    assert.equal(row(run([image(0, { missing: true })])), '3/3/2/1/2');
    for (const mended of [60_000, 10_000_000]) {
      const timeline = run([image(0, { missing: true }), image(mended, {}), image(mended + 1_000, {})]);
      assert.equal(row(timeline), '3/3/3/3/3');
      assert.ok(timeline.outcome.kind === 'quiet' && timeline.outcome.at > mended);
      assert.equal(timeline.events.filter(event => event.reason === 'Started').length, 3);
    }
  });

  it('crashes from its next start on, until mended', () => {
    assert.ok(Object.values(picture(run([image(0, { crashAfter: 0 })]))).some(([look]) => look === 'Running CrashLoopBackOff'));
    assert.equal(row(run([image(0, { crashAfter: 0 }), image(10_000_000, {})])), '3/3/3/3/3');
  });

  it('pulls slowly, or is never ready', () => {
    const slow = run([image(0, { pull: 100_000 })]);
    assert.ok(slow.outcome.kind === 'quiet' && slow.outcome.at > 300_000);
    assert.equal(row(slow), '3/3/3/3/3');
    const probed = { container: { readinessProbe: { tcpSocket: { port: 80 } } } };
    assert.equal(row(run([image(0, { neverReady: true })], probed)), '3/3/2/1/2');
  });
});
