import assert from 'node:assert/strict';
import { noBaseline, type ReadBaseline } from '../baseline/baselineOf.ts';
import { readSettings } from '../settings/settings.ts';
import type { Situation } from './situation.ts';
import { keepSituation } from './situationKeeper.ts';

const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
const there = (object: { kind: string } | null): Situation['manifest'] => ({
  kind: 'there',
  version: 1,
  info: { index: 0, name: 'agent', namespace: 'default', range, object, problem: null, places: {} },
});
const first: Situation = {
  target: { uri: 'file:///a.yaml', index: 0 },
  settings: readSettings(() => undefined),
  manifest: { kind: 'unknown' },
  baseline: null,
  cluster: null,
};
const fromGit = (text: string): ReadBaseline => ({ ...noBaseline, chosen: { kind: 'git', from: 'HEAD', text, note: '' } });

describe('a situation that changes part by part', () => {
  it('calls back with each message that says something new', () => {
    let calls = 0;
    const keeper = keepSituation(
      first,
      message => message,
      () => calls++,
    );
    keeper.update({ manifest: there({ kind: 'DaemonSet' }) });
    keeper.update({ baseline: fromGit('a') });
    assert.equal(keeper.message(), null);
    keeper.update({ cluster: { ok: true, cluster: { name: 'c', nodes: [], daemonSets: [], pods: [] } } });
    const shown = keeper.message();
    assert.equal(shown?.type, 'subject');
    const before = calls;
    keeper.update({ baseline: fromGit('a') });
    assert.equal(calls, before, 'the same text is no news');
    assert.equal(keeper.message(), shown, 'and the message stays the same object');
    keeper.update({ baseline: fromGit('b') });
    assert.equal(calls, before + 1);
    assert.notEqual(keeper.message(), shown);
  });

  it('does not repeat a problem with every keystroke', () => {
    let calls = 0;
    const keeper = keepSituation(
      first,
      message => message,
      () => calls++,
    );
    keeper.update({ manifest: there(null) });
    keeper.update({ manifest: there(null) });
    assert.equal(keeper.message()?.type, 'problem');
    assert.equal(calls, 1);
  });
});
