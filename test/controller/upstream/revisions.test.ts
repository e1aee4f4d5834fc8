import assert from 'node:assert/strict';
import { observe } from '../../../core/controller/controller.ts';
import { nodeOfPod } from '../../../core/controller/podOrder.ts';
import { daemonPodSpec } from '../../../core/controller/podSpec.ts';
import { revisionData } from '../../../core/controller/revisionData.ts';
import { isUpdated, newPodLabels } from '../../../core/controller/templateGeneration.ts';
import { templateGenerationAnnotation } from '../../../core/kubernetes/decoding/templateGeneration.ts';
import type { ControllerRevision } from '../../../core/kubernetes/objects/controllerRevision.ts';
import type { Labels } from '../../../core/kubernetes/objects/meta.ts';
import { bench, sync } from './bench.ts';
import { daemonSet, l1, nodes, pod, template } from './objects.ts';

/** Upstream cases 78–82: revisions that are claimed, what a pod is made of, and which pods are up to date. */

describe('upstream: revisions', () => {
  it('78 claims its own and matching orphans of its namespace only', () => {
    const own = daemonSet();
    const b = bench(own, nodes(0));
    const old = template({}, 'older');
    const revision = (name: string, namespace: string, owner: ControllerRevision['owner']): ControllerRevision => ({
      ...{
        namespace,
        name,
        uid: name,
        labels: { ...l1, 'controller-revision-hash': name },
        annotations: {},
        createdAt: 0,
        deletedAt: null,
      },
      ...{ owner, resourceVersion: 1, revision: 1, data: revisionData(old), template: old, json: {} },
    });
    const reference = { kind: 'DaemonSet', name: own.name, uid: own.uid };
    const revisions = [revision('owned', 'default', reference), revision('orphan', 'default', null), revision('elsewhere', 'other', null)];
    for (const after of revisions) observe(b.controller, { kind: 'ControllerRevision', before: null, after }, 0);
    const { actions } = sync(b);
    assert.deepEqual(
      actions.flatMap(action => (action.kind === 'adoptRevision' ? [action.revision] : [])),
      ['orphan'],
    );
  });
});

describe('upstream: which pods are up to date', () => {
  const labels = (generation: string | null, hash: string | null): Labels => ({
    ...(generation === null ? {} : { 'pod-template-generation': generation }),
    ...(hash === null ? {} : { 'controller-revision-hash': hash }),
  });
  const table: readonly [string, Labels, string, boolean][] = [
    ['79a generation and hash', labels('12345', 'h'), 'h', true],
    ['79b generation, another hash', labels('12345', 'h'), 'g', true],
    ['79c generation, no hash label', labels('12345', null), 'h', true],
    ['79d generation, no hash at all', labels('12345', null), '', true],
    ['79e generation, no hash asked for', labels('12345', 'h'), '', true],
    ['79f another generation, hash', labels('1', 'h'), 'h', true],
    ['79g both differ', labels('1', 'h'), 'g', false],
    ['79h no labels, no hash', {}, '', false],
    ['79i, j no labels', {}, 'h', false],
  ];
  for (const [title, its, hash, updated] of table) {
    it(title, () => assert.equal(isUpdated({ ...pod(daemonSet(), 'node-0'), labels: its }, hash, '12345'), updated));
  }
});

describe('upstream: what a pod is made of', () => {
  it('80 generation label, and hash label when there is a hash', () => {
    const own = (generation: string) => daemonSet({ annotations: { [templateGenerationAnnotation]: generation } });
    assert.deepEqual(newPodLabels(own('1'), ''), { ...l1, 'pod-template-generation': '1' });
    assert.deepEqual(newPodLabels(own('2'), '3242341807'), {
      ...l1,
      'pod-template-generation': '2',
      'controller-revision-hash': '3242341807',
    });
  });

  describe('81 the required node affinity is one term with the node', () => {
    const pin = { matchFields: [{ key: 'metadata.name', operator: 'In', values: ['host_1'] }] };
    const preferred = [{ weight: 1, preference: { matchExpressions: [{ key: 'a', operator: 'Exists' }] } }];
    const required = (...terms: readonly object[]) => ({ requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: terms } });
    const field = (key: string, operator: string, ...values: string[]) => ({ matchFields: [{ key, operator, values }] });
    const table: readonly [string, object | undefined, object][] = [
      ['a, e no affinity', undefined, required(pin)],
      ['b an expression', required({ matchExpressions: [{ key: 'hostname', operator: 'In', values: ['host_1'] }] }), required(pin)],
      [
        'c preferred terms stay',
        { preferredDuringSchedulingIgnoredDuringExecution: preferred },
        { ...required(pin), preferredDuringSchedulingIgnoredDuringExecution: preferred },
      ],
      ['d two values', required(field('metadata.name', 'In', 'host_1', 'host_2')), required(pin)],
      ['f two terms', required({ matchExpressions: [] }, field('metadata.name', 'In', 'host_2')), required(pin)],
      ['g NotIn', required(field('metadata.name', 'NotIn', 'host_2')), required(pin)],
      ['h another field', required(field('metadata.foo', 'In', 'bar')), required(pin)],
    ];
    for (const [title, nodeAffinity, expected] of table) {
      it(title, () => {
        const spec = daemonPodSpec(JSON.parse(JSON.stringify({ affinity: { nodeAffinity } })), 'host_1');
        assert.deepEqual(JSON.parse(JSON.stringify(spec.affinity)).nodeAffinity, JSON.parse(JSON.stringify(expected)));
      });
    }
  });

  it('82 the node of a pod: bound, or pinned, or none', () => {
    const own = daemonSet();
    assert.equal(nodeOfPod(pod(own, 'bound', { target: 'pinned' })), 'bound');
    assert.equal(nodeOfPod(pod(own, '', { target: 'pinned' })), 'pinned');
    assert.equal(nodeOfPod(pod(own, '')), '');
  });
});
