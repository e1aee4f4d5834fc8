import assert from 'node:assert/strict';
import type { ManifestInfo } from '../../../core/protocol/lsp.ts';
import { noBaseline } from '../baseline/baselineOf.ts';
import { readSettings } from '../settings/settings.ts';
import { messageFor, type Situation } from './situation.ts';

const range = { start: { line: 4, character: 0 }, end: { line: 9, character: 0 } };
const info: ManifestInfo = {
  index: 0,
  name: 'agent',
  namespace: 'default',
  range,
  object: { kind: 'DaemonSet' },
  problem: null,
  places: {},
};
const situation: Situation = {
  target: { uri: 'file:///a.yaml', index: 0 },
  settings: readSettings(() => undefined),
  manifest: { kind: 'there', version: 3, info },
  baseline: noBaseline,
  cluster: { ok: true, cluster: { name: 'two', nodes: [], daemonSets: [], pods: [] } },
};
const of = { uri: 'file:///a.yaml', index: 0, label: 'agent' };
const say = (message: string): string => message;

describe('what a panel is told', () => {
  it('is nothing until everything is known', () => {
    assert.equal(messageFor({ ...situation, manifest: { kind: 'unknown' } }, say), null);
    assert.equal(messageFor({ ...situation, baseline: null }, say), null);
    assert.equal(messageFor({ ...situation, cluster: null }, say), null);
  });

  it('is the subject, whole', () => {
    const message = messageFor(situation, say);
    assert.ok(message?.type === 'subject');
    const { subject } = message;
    assert.deepEqual(
      [subject.name, subject.version, subject.baseline.kind, subject.cluster.name, subject.kubernetesVersion, subject.seed],
      ['agent', 3, 'none', 'two', '1.36', 1],
    );
  });

  it('is the problem of a manifest that cannot be simulated, at once and with its line', () => {
    const broken: ManifestInfo = { ...info, object: null, problem: { message: 'no selector', range } };
    const message = messageFor({ ...situation, manifest: { kind: 'there', version: 4, info: broken }, baseline: null, cluster: null }, say);
    assert.deepEqual(message, { type: 'problem', problem: { of, kind: 'invalid', message: 'no selector', line: 4 } });
  });

  it('is the problem of the cluster', () => {
    const message = messageFor({ ...situation, cluster: { ok: false, message: 'holds no Node' } }, say);
    assert.deepEqual(message, { type: 'problem', problem: { of, kind: 'cluster', message: 'holds no Node', line: null } });
  });

  it('is that the manifest is gone', () => {
    const message = messageFor({ ...situation, manifest: { kind: 'gone', message: 'a.yaml is closed.' } }, say);
    assert.deepEqual(message, {
      type: 'problem',
      problem: { of: { ...of, label: 'a.yaml' }, kind: 'gone', message: 'a.yaml is closed.', line: null },
    });
  });
});
