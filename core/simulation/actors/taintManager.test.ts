import assert from 'node:assert/strict';
import { agent, row, story, timelineOf } from '../../../test/kit/scenario.ts';
import type { ScenarioEvent } from '../scenario.ts';

const taint = (at: number, effect: 'NoExecute' | 'NoSchedule'): ScenarioEvent => ({
  at,
  do: 'taint',
  node: 'node-1',
  taint: { key: 'k', value: '', effect },
});
const untaint = (at: number): ScenarioEvent => ({ at, do: 'untaint', node: 'node-1', key: 'k', effect: '' });
const tolerating = (tolerationSeconds?: number) =>
  agent('app:1', {
    pod: {
      tolerations: [
        { key: 'k', operator: 'Exists', effect: 'NoExecute', ...(tolerationSeconds === undefined ? {} : { tolerationSeconds }) },
      ],
    },
  });

describe('taint-based eviction', () => {
  it('leaves alone what tolerates the taint without end', () => {
    assert.deepEqual(story(timelineOf({ baseline: tolerating(), events: [taint(0, 'NoExecute')] }), 'node-1'), []);
  });

  it('deletes a pod when its tolerationSeconds are over; the controller makes a new one, and so on until the taint goes', () => {
    const timeline = timelineOf({ baseline: tolerating(60), events: [taint(0, 'NoExecute'), untaint(100_000)] });
    assert.deepEqual(story(timeline, 'node-1').slice(0, 2), ['60000 Terminating', '63000 gone']);
    assert.equal(timeline.events.filter(event => event.reason === 'TaintManagerEviction').length, 1);
    assert.equal(row(timeline), '3/3/3/3/3');
  });

  it('deletes pods of nobody at once when they do not tolerate it', () => {
    const pod = {
      metadata: { name: 'p' },
      spec: { nodeName: 'node-1', containers: [{ name: 'c', image: 'i:1' }] },
      status: { phase: 'Running' },
    };
    const timeline = timelineOf({
      cluster: { name: '', nodes: [{ metadata: { name: 'node-1' } }], daemonSets: [], pods: [pod] },
      events: [taint(0, 'NoExecute')],
    });
    assert.match(story(timeline, 'node-1').join(), /^0 Terminating/);
  });
});
