import assert from 'node:assert/strict';
import { defaultAssumptions } from '../../../core/protocol/choices.ts';
import { readSettings } from './settings.ts';

const settings = (values: Readonly<Record<string, unknown>>) => readSettings(name => values[name]);

describe('the settings', () => {
  it('have defaults', () => {
    assert.deepEqual(settings({}), { kubernetesVersion: '1.36', cluster: '', baseline: 'git', assumptions: defaultAssumptions });
  });

  it('are read', () => {
    const read = settings({
      kubernetesVersion: '1.31',
      cluster: ' kind ',
      baseline: 'saved',
      assumptions: { imagePull: 60_000, jitter: 0.25, nodeDownNotice: 40_000 },
    });
    assert.deepEqual(read, {
      kubernetesVersion: '1.31',
      cluster: 'kind',
      baseline: 'saved',
      assumptions: { ...defaultAssumptions, imagePull: 60_000, jitter: 0.25, nodeDownNotice: 40_000 },
    });
  });

  it('count as not set where they make no sense', () => {
    assert.deepEqual(settings({ kubernetesVersion: '1.99', cluster: 7, baseline: 'svn', assumptions: 'fast' }), settings({}));
    const nonsense = { bind: -1, sandbox: 1.5, imagePull: '3s', teardown: Number.POSITIVE_INFINITY, jitter: 2, podGc: null, unknown: 1 };
    assert.deepEqual(settings({ assumptions: nonsense }).assumptions, defaultAssumptions);
    assert.deepEqual(settings({ assumptions: JSON.parse('{"__proto__": {"bind": 9}, "constructor": 3}') }).assumptions, defaultAssumptions);
  });
});
