import assert from 'node:assert/strict';
import { readNode } from '../../../core/kubernetes/objects/readNode.ts';
import { reportOn } from '../report.ts';
import { defaultAnalysisSettings, plainFile } from '../settings.ts';
import { inlayHintsOf } from './inlayHints.ts';

const nodes = Array.from({ length: 37 }, (_, i) => {
  const read = readNode({ apiVersion: 'v1', kind: 'Node', metadata: { name: `node-${i}`, labels: i < 7 ? { edge: 'yes' } : {} } });
  assert.ok(read.ok);
  return read.value;
});

/** The lines that have a hint, with it behind the place it belongs to. */
function hinted(spec: string, known: typeof nodes | null = nodes): string[] {
  const text = `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent}
spec:
  selector: {matchLabels: {app: agent}}
${spec.replace(/^/gm, '  ')}
`;
  const [daemonSet] = reportOn(text, plainFile, defaultAnalysisSettings).daemonSets;
  assert.ok(daemonSet);
  return inlayHintsOf(daemonSet, known).map(({ position: { line, character }, text: hint }) => {
    const found = text.split('\n')[line] ?? '';
    return `${found.slice(0, character)}«${hint}»${found.slice(character)}`.trim();
  });
}

const template = `template:
  metadata: {labels: {app: agent}}
  spec:
    terminationGracePeriodSeconds: 10
    containers: [{name: agent, image: agent:1}]`;
const strategy = (lines: string): string => `updateStrategy:\n  type: RollingUpdate\n${lines.replace(/^/gm, '  ')}`;

describe('inlay hints', () => {
  it('say what percentages come to on the nodes it runs on, rounded up', () => {
    const percent = strategy('rollingUpdate:\n  maxUnavailable: 10% # slowly');
    assert.deepEqual(hinted(`${percent}\n${template}`), ['maxUnavailable: 10%«= 4 of 37 nodes» # slowly']);
    const onEdge = template.replace('spec:', 'spec:\n    nodeSelector: {edge: "yes"}');
    assert.deepEqual(hinted(`${percent}\n${onEdge}`), ['maxUnavailable: 10%«= 1 of 7 nodes» # slowly']);
    assert.deepEqual(hinted(`${strategy('rollingUpdate: {maxSurge: "50%", maxUnavailable: 0}')}\n${template}`), [
      'rollingUpdate: {maxSurge: "50%"«= 19 of 37 nodes», maxUnavailable: 0}',
    ]);
  });

  it('say nothing of percentages while no cluster is known, nor of numbers', () => {
    assert.deepEqual(hinted(`${strategy('rollingUpdate:\n  maxUnavailable: 10%')}\n${template}`, null), []);
    assert.deepEqual(hinted(`${strategy('rollingUpdate:\n  maxUnavailable: 2')}\n${template}`), []);
  });

  it('say what holds where a field is left out', () => {
    assert.deepEqual(hinted(template.replace('    terminationGracePeriodSeconds: 10\n', '')), [
      'spec:«updateStrategy: RollingUpdate, maxUnavailable: 1»',
      'spec:«terminationGracePeriodSeconds: 30»',
    ]);
    assert.deepEqual(hinted(`updateStrategy:\n  type: RollingUpdate\n${template}`), ['type: RollingUpdate«maxUnavailable: 1»']);
    assert.deepEqual(hinted(`updateStrategy: {type: OnDelete}\n${template}`), []);
  });

  it('survive what is no such thing', () => {
    assert.deepEqual(hinted('updateStrategy: 7\ntemplate: []'), []);
    assert.deepEqual(hinted(strategy('rollingUpdate: {maxUnavailable: "x%"}')).length <= 1, true);
  });
});
