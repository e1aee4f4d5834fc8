import assert from 'node:assert/strict';
import type { JsonValue } from '../../base/json.ts';
import { ordinaryImage } from '../kubeletModel.ts';
import type { ScenarioEvent } from '../scenario.ts';
import { eventOfJson } from './eventOfJson.ts';

describe('an event that came over a wire', () => {
  const fine: readonly ScenarioEvent[] = [
    { at: 0, do: 'cordon', node: 'worker-1' },
    { at: 1500, do: 'taint', node: 'worker-1', taint: { key: 'a', value: '', effect: 'NoExecute' } },
    { at: 2, do: 'image', image: 'agent:2', behaviour: { ...ordinaryImage, crashAfter: 1000 } },
    { at: 2, do: 'deletePod', pod: { namespace: 'kube-system', daemonSet: 'agent', node: 'worker-1' }, force: false },
    { at: 2, do: 'label', node: 'worker-1', labels: { a: null, b: '' } },
    { at: 3, do: 'quota', namespace: 'kube-system', pods: null },
    { at: 3, do: 'patch', namespace: 'kube-system', daemonSet: 'agent', patch: { spec: { minReadySeconds: 5 } } },
  ];
  for (const event of fine)
    it(`is the same again: ${event.do}`, () => {
      assert.deepEqual(eventOfJson(JSON.parse(JSON.stringify(event))), { ok: true, event });
    });

  const bad: readonly JsonValue[] = [
    null,
    'cordon',
    [],
    { do: 'nothing' },
    { do: 'cordon' },
    { do: 'cordon', node: 7 },
    { do: 'taint', node: 'a', taint: { key: 'a', effect: 'Sometimes' } },
    { do: 'image', image: 'a', behaviour: null },
    { do: 'image', image: 'a', behaviour: { pull: 'long' } },
    { do: 'apply', manifest: 'agent.yaml' },
    { do: 'deletePod', pod: [] },
    { do: '__proto__', node: 'a' },
  ];
  for (const value of bad)
    it(`is refused with a word: ${JSON.stringify(value)}`, () => {
      const read = eventOfJson(value);
      assert.ok(!read.ok && (read.problems[0]?.message ?? '') !== '');
    });
});
