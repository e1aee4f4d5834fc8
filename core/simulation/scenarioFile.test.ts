import assert from 'node:assert/strict';
import { agent } from '../../test/kit/scenario.ts';
import type { JsonObject, JsonValue } from '../base/json.ts';
import { defaultAssumptions } from './assumptions.ts';
import { tutorialCluster } from './clusters/tutorial.ts';
import { ordinaryImage } from './kubeletModel.ts';
import { start } from './run.ts';
import type { Scenario, ScenarioEvent } from './scenario.ts';
import { checkScenarioFile, inFile, type LoadFile, readScenarioFile, referencedFiles, writeScenarioFile } from './scenarioFile.ts';

const head = { apiVersion: 'daemonscope.dev/v1alpha1', kind: 'Scenario' };
const files: Readonly<Record<string, readonly JsonValue[]>> = {
  'old.yaml': [{ kind: 'Namespace' }, agent('app:1')],
  'two.yaml': [agent('app:1'), { ...agent('app:2'), metadata: { name: 'other' } }],
  'broken.yaml': [agent('app:1', { spec: { selector: { matchLabels: { app: 'x' } } } })],
  'cluster.json': tutorialCluster().nodes,
};
const load: LoadFile = path => {
  const objects = files[path];
  return objects === undefined ? { ok: false, message: `${path} cannot be read: there is no such file` } : { ok: true, objects };
};
const read = (more: JsonObject) => readScenarioFile({ ...head, ...more }, load);
const problems = (more: JsonObject): string[] => {
  const result = read(more);
  return result.ok ? [] : result.problems.map(({ path, message }) => `${path.join('.')}: ${message}`);
};
const scenarioOf = (more: JsonObject): Scenario => {
  const result = read(more);
  assert.ok(result.ok, JSON.stringify(result));
  return result.file.scenario;
};

describe('scenario files', () => {
  it('say as little as they need', () => {
    const scenario = scenarioOf({});
    assert.deepEqual(scenario.cluster, tutorialCluster());
    assert.deepEqual(scenario.events, []);
    assert.deepEqual(scenario.assumptions, defaultAssumptions);
  });

  it('name other files, from which baseline, edit and cluster come', () => {
    const json = { cluster: 'cluster.json', baseline: 'old.yaml', edit: { patch: { spec: { minReadySeconds: 5 } } } };
    assert.deepEqual(referencedFiles(json), ['cluster.json', 'old.yaml']);
    const scenario = scenarioOf(json);
    assert.equal(scenario.cluster.nodes.length, 5);
    assert.deepEqual(scenario.events, [{ at: 0, do: 'apply', manifest: agent('app:1', { spec: { minReadySeconds: 5 } }) }]);
    assert.deepEqual(scenarioOf({ baseline: { file: 'two.yaml', name: 'agent' } }).baseline, agent('app:1'));
  });

  it('write many nodes in one line', () => {
    const scenario = scenarioOf({
      nodes: [
        { name: 'node', count: 250, zones: ['a', 'b'] },
        { name: 'gpu', extended: { 'nvidia.com/gpu': '4' } },
      ],
    });
    assert.equal(scenario.cluster.nodes.length, 251);
    assert.equal(scenario.cluster.name, '251 nodes');
    assert.deepEqual(
      scenario.cluster.nodes.slice(-2).map(node => (node.metadata as JsonObject).name),
      ['node-250', 'gpu'],
    );
    assert.ok(start(scenario).ok);
  });

  it('sort events by time, and fill in what they leave out', () => {
    const scenario = scenarioOf({
      baseline: agent('app:1'),
      events: [
        { at: '2m', do: 'deletePod', pod: { node: 'worker-1' } },
        { at: '90s', do: 'nodeDown', node: 'worker-2' },
        { at: '0s', do: 'taint', node: 'worker-1', taint: { key: 'a', effect: 'NoExecute' } },
        { at: '1.5s', do: 'image', image: 'app:1', crashAfter: '3s' },
      ],
    });
    assert.deepEqual(scenario.events, [
      { at: 0, do: 'taint', node: 'worker-1', taint: { key: 'a', value: '', effect: 'NoExecute' } },
      { at: 1_500, do: 'image', image: 'app:1', behaviour: { ...ordinaryImage, crashAfter: 3_000 } },
      { at: 90_000, do: 'nodeDown', node: 'worker-2' },
      { at: 120_000, do: 'deletePod', pod: { namespace: 'default', daemonSet: 'agent', node: 'worker-1' }, force: false },
    ]);
  });

  it('come back as they were written', () => {
    const pod = { namespace: 'default', daemonSet: 'agent', node: 'worker-1' };
    const events: ScenarioEvent[] = [
      { at: 0, do: 'apply', manifest: agent('app:2') },
      { at: 500, do: 'quota', namespace: 'default', pods: null },
      { at: 1_000, do: 'pressure', node: 'worker-1', resource: 'disk' },
      { at: 61_000, do: 'image', image: 'app:2', behaviour: ordinaryImage },
      { at: 61_000, do: 'label', node: 'worker-1', labels: { a: null, b: 'c' } },
      { at: 61_000, do: 'untaint', node: 'worker-2', key: 'x', effect: '' },
      { at: 70_000, do: 'deletePod', pod, force: true },
      { at: 80_000, do: 'crashPod', pod: { namespace: 'kube-system', name: 'x' } },
      { at: 90_000, do: 'patch', namespace: 'default', daemonSet: 'agent', patch: { spec: { minReadySeconds: null } } },
    ];
    const scenario: Scenario = {
      ...{ kubernetesVersion: '1.31', seed: 7, cluster: tutorialCluster(), baseline: agent('app:1'), events },
      assumptions: { ...defaultAssumptions, imagePull: 90_500, jitter: 0.2, clientQps: 0, nodeDownNotice: 40_000 },
      kubelet: { kind: 'manifest', images: { 'app:2': { ...ordinaryImage, missing: true, pull: 250, crashes: 2, crashAfter: 1_000 } } },
      limits: { until: 3_600_000, maxEvents: 1_000 },
    };
    const json = writeScenarioFile(scenario, { name: 'x' });
    assert.equal(json.cluster, 'tutorial');
    const again = readScenarioFile(json, load);
    assert.ok(again.ok, JSON.stringify(again));
    assert.deepEqual(again.file.scenario, scenario);
    const own = { ...scenario, cluster: { ...tutorialCluster(), name: '5 nodes', pods: [] } };
    const inline = readScenarioFile(writeScenarioFile(own), load);
    assert.ok(inline.ok);
    assert.deepEqual(inline.file.scenario, own);
  });

  const bad: readonly (readonly [string, JsonObject, readonly string[]])[] = [
    ['an unknown field', { seeds: 2 }, ['seeds: there is no field "seeds" here: did you mean "seed"?']],
    [
      'a number without unit',
      { events: [{ at: 90, do: 'nodeDown', node: 'worker-1' }] },
      ['events.0.at: must have a unit, such as 90s or 90m'],
    ],
    [
      'a wrong unit',
      { events: [{ at: '90sec', do: 'nodeDown', node: 'worker-1' }] },
      ['events.0.at: must be a time with its unit, such as 90s, 30m or 1h30m'],
    ],
    [
      'an event before zero',
      { events: [{ at: '-5s', do: 'nodeDown', node: 'worker-1' }] },
      ['events.0.at: lies before zero: a simulation begins at 0s, the moment of the edit'],
    ],
    [
      'a node that is not there',
      { events: [{ at: '5s', do: 'nodeDown', node: 'worker-3' }] },
      ['events.0.node: there is no node "worker-3" in this cluster: did you mean "worker-1"?'],
    ],
    [
      'a node that has gone',
      {
        events: [
          { at: '5s', do: 'removeNode', node: 'worker-1' },
          { at: '9s', do: 'deletePod', pod: { node: 'worker-1' } },
        ],
      },
      ['events.1.pod: the node "worker-1" is removed at 5s'],
    ],
    [
      'a node that is there already',
      { events: [{ at: '5s', do: 'addNode', node: { metadata: { name: 'worker-1' } } }] },
      ['events.0.node: there is a node "worker-1" already'],
    ],
    [
      'two events in conflict',
      {
        events: [
          { at: '1m', do: 'nodeUp', node: 'worker-1' },
          { at: '60s', do: 'nodeDown', node: 'worker-1' },
        ],
      },
      ['events.1: is in conflict with event 1 (nodeUp): both are about the same thing at 1m'],
    ],
    ['a misspelt event', { events: [{ at: '1m', do: 'nodeDwon', node: 'worker-1' }] }, ['events.0.do: must be one of apply, patch']],
    [
      'a field that its event does not have',
      { events: [{ at: '1m', do: 'nodeDown', node: 'worker-1', force: true }] },
      ['events.0.force: there is no field "force" here'],
    ],
    [
      'a missing field',
      { events: [{ at: '1m', do: 'nodeDown' }] },
      ['events.0: the field "node" is missing: it must be the name of a node'],
    ],
    ['a number that is none', { seed: '.nan' }, ['seed: must be a whole number from 0 to 4294967295']],
    [
      'a number beyond all',
      { seed: Number.POSITIVE_INFINITY, assumptions: { jitter: Number.NaN } },
      ['seed: must be', 'assumptions.jitter: must be a number from 0 to 1'],
    ],
    ['a version that YAML reads as a number', { kubernetesVersion: 1.3 }, ['kubernetesVersion: must be one of']],
    [
      'a name that YAML reads as a boolean',
      { nodes: [{ name: false }] },
      ['nodes.0.name: must be a name; YAML reads this as false: put it in quotes'],
    ],
    ['a cluster that nobody knows', { cluster: 'gek' }, ['cluster: there is no built-in cluster "gek" (known are tutorial']],
    ['a file that is not there', { baseline: 'nope.yaml' }, ['baseline: nope.yaml cannot be read: there is no such file']],
    ['a file without nodes', { cluster: 'old.yaml' }, ['cluster: old.yaml holds no Node']],
    [
      'several DaemonSets',
      { baseline: 'two.yaml' },
      ['baseline: two.yaml holds several DaemonSets (agent, other): write { file: two.yaml, name: … }'],
    ],
    [
      'a manifest that no server takes',
      { baseline: 'broken.yaml' },
      ['baseline: broken.yaml: spec.template.metadata.labels: Invalid value'],
    ],
    [
      'an inline manifest that no server takes',
      { edit: agent('') },
      ['edit.spec.template.spec.containers.0.image: spec.template.spec.containers[0].image: Required value'],
    ],
    [
      'two DaemonSets',
      { baseline: 'old.yaml', edit: { ...agent('app:2'), metadata: { name: 'b' } } },
      ['edit: is about default/b, and the baseline about default/agent'],
    ],
    ['a patch of nothing', { edit: { patch: {} } }, ['edit.patch: there is no baseline that it could change']],
    [
      'too many nodes',
      { nodes: [{ name: 'n', count: 100_000 }, { name: 'm' }] },
      ['nodes: there are 100001 nodes; at most 100000 can be simulated'],
    ],
    ['a key called __proto__', JSON.parse('{"__proto__": {"seed": 1}}') as JsonObject, ['__proto__: there is no field "__proto__" here']],
    ['another version', { apiVersion: 'daemonscope.dev/v1' }, ['apiVersion: must be one of daemonscope.dev/v1alpha1']],
  ];
  for (const [name, json, expected] of bad) {
    it(`tell ${name}`, () => {
      const found = problems(json);
      assert.equal(found.length, expected.length, found.join('\n'));
      for (const [i, text] of expected.entries()) assert.ok(found[i]?.includes(text), `${found[i]} | ${text}`);
    });
  }

  it('are no list, and no text', () => {
    assert.equal(checkScenarioFile([])[0]?.message, 'must be an object');
    assert.equal(checkScenarioFile('x')[0]?.message, 'must be an object');
  });

  it('are checked without the files they name as far as that goes', () => {
    const json = {
      ...head,
      cluster: 'x/cluster.yaml',
      baseline: 'y.yaml',
      edit: { patch: {} },
      events: [{ at: '1s', do: 'cordon', node: 'anything' }],
    };
    assert.deepEqual(checkScenarioFile(json), []);
  });

  it('are told at their places what the world refuses', () => {
    const result = read({ nodes: [{ name: 'a' }, { name: 'b', cpu: 'lots' }] });
    assert.ok(result.ok);
    const started = start(result.file.scenario);
    assert.ok(!started.ok);
    assert.deepEqual(
      started.problems.map(problem => inFile(result.file.origins, problem).path.slice(0, 2)),
      [['nodes', 1]],
    );
  });
});
