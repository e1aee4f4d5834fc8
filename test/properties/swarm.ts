import fc from 'fast-check';
import type { JsonObject } from '../../core/base/json.ts';
import { type KubernetesVersion, kubernetesVersions } from '../../core/kubernetes/versions.ts';
import { defaultAssumptions } from '../../core/simulation/assumptions.ts';
import { type FixedDelays, type FixedImage, type KubeletModel, manifestKubelet } from '../../core/simulation/kubeletModel.ts';
import type { Scenario, ScenarioAction, ScenarioEvent } from '../../core/simulation/scenario.ts';

/**
 * Random scenarios for property tests. Each draws first which kinds of faults and edits it uses at all (swarm testing): a scenario with
 * only node failures reaches other corners than one with everything at once.
 */
export function swarmScenario(): fc.Arbitrary<Scenario> {
  return fc
    .record({
      version: fc.constantFrom(...kubernetesVersions),
      seed: fc.integer({ min: 0, max: 0x7fffffff }),
      nodes: fc.array(fc.record({ pool: fc.constantFrom('a', 'b'), tainted: fc.boolean() }), { minLength: 1, maxLength: 7 }),
      spec: fc.record({
        strategy,
        minReadySeconds: fc.constantFrom(0, 0, 3, 10),
        limit: fc.constantFrom(0, 1, 10),
        tolerant: fc.boolean(),
      }),
      kubelet,
      kinds: fc.subarray(Object.keys(kinds) as (keyof typeof kinds)[], { minLength: 1 }),
    })
    .chain(drawn =>
      fc.array(eventOf(drawn.kinds, drawn.nodes.length), { minLength: 1, maxLength: 12 }).map(events => ({
        ...scenario(drawn.version, drawn.seed, drawn.kubelet),
        cluster: {
          name: 'swarm',
          nodes: drawn.nodes.map((node, i) => nodeJson(`n${i + 1}`, node.pool, node.tainted)),
          daemonSets: [],
          pods: [],
        },
        baseline: manifest(drawn.spec),
        events: [...events].sort((a, b) => a.at - b.at),
      })),
    );
}

/** Equal nodes and one edit: only which node goes first is left to chance, and it makes no difference. (A second edit meets nodes that are not equal any more.) */
export function uniformScenario(): fc.Arbitrary<Scenario> {
  return fc
    .record({
      version: fc.constantFrom(...kubernetesVersions),
      seed: fc.integer({ min: 0, max: 0x7fffffff }),
      nodes: fc.integer({ min: 1, max: 9 }),
      spec: fc.record({ strategy, minReadySeconds: fc.constantFrom(0, 3), limit: fc.constant(10), tolerant: fc.constant(true) }),
      events: fc.array(fc.record({ at: fc.integer({ min: 0, max: 60_000 }), action: kinds.image() }), { minLength: 1, maxLength: 1 }),
    })
    .map(({ version, seed, nodes, spec, events }) => ({
      ...scenario(version, seed, manifestKubelet),
      cluster: {
        name: 'uniform',
        nodes: Array.from({ length: nodes }, (_, i) => nodeJson(`n${i + 1}`, 'a', false)),
        daemonSets: [],
        pods: [],
      },
      baseline: manifest(spec),
      events: events.map(({ at, action }) => ({ at, ...action })).sort((a, b) => a.at - b.at),
    }));
}

function scenario(kubernetesVersion: KubernetesVersion, seed: number, model: KubeletModel): Scenario {
  return {
    ...{ kubernetesVersion, seed, kubelet: model, cluster: { name: '', nodes: [], daemonSets: [], pods: [] }, baseline: null, events: [] },
    assumptions: { ...defaultAssumptions, clientQps: 0 },
    limits: { until: 4 * 3600_000, maxEvents: 20_000 },
  };
}

type Strategy = JsonObject;

const share = fc.constantFrom<number | string>(1, 2, 3, '10%', '34%', '100%');
const strategy: fc.Arbitrary<Strategy> = fc.oneof(
  share.map(maxUnavailable => ({ type: 'RollingUpdate', rollingUpdate: { maxUnavailable, maxSurge: 0 } })),
  share.map(maxSurge => ({ type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge } })),
  fc.constant({ type: 'OnDelete' }),
);

const delays: fc.Arbitrary<FixedDelays> = fc.record({
  bind: fc.constantFrom(0, 50, 200),
  start: fc.constantFrom(500, 1000, 3000),
  ready: fc.constantFrom(0, 700, 2000),
  term: fc.constantFrom(0, 1000, 5000),
  nodeDownNotice: fc.constantFrom(5000, 40_000),
  nodeUpRecover: fc.constant(1000),
  podGC: fc.constantFrom(2000, 45_000),
  ownerGC: fc.constant(100),
  reject: fc.constant(100),
});

const ordinary: FixedImage = { start: null, ready: null, term: null, upFor: null, downFor: null, reject: null };
/** Image `app:2` never starts, `app:3` flaps, `app:4` is rejected. */
const images = {
  'app:2': { ...ordinary, start: -1 },
  'app:3': { ...ordinary, upFor: 4000, downFor: 1500 },
  'app:4': { ...ordinary, reject: 200 },
};
const kubelet: fc.Arbitrary<KubeletModel> = fc.oneof(
  fc.constant(manifestKubelet),
  delays.map((drawn): KubeletModel => ({ kind: 'fixed', delays: drawn, images })),
);

function manifest(spec: { strategy: Strategy; minReadySeconds: number; limit: number; tolerant: boolean }): JsonObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'app', namespace: 'default' },
    spec: {
      selector: { matchLabels: { app: 'app' } },
      minReadySeconds: spec.minReadySeconds,
      revisionHistoryLimit: spec.limit,
      updateStrategy: spec.strategy,
      template: {
        metadata: { labels: { app: 'app' } },
        spec: { containers: [{ name: 'main', image: 'app:1' }], ...(spec.tolerant ? { tolerations: [{ operator: 'Exists' }] } : {}) },
      },
    },
  };
}

function nodeJson(name: string, pool: string, tainted: boolean): JsonObject {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, labels: { pool, 'kubernetes.io/hostname': name } },
    spec: { taints: tainted ? [{ key: 'dedicated', value: 'x', effect: 'NoSchedule' }] : [] },
    status: { allocatable: { cpu: '8', memory: '16Gi', pods: '110' }, conditions: [{ type: 'Ready', status: 'True' }] },
  };
}

function eventOf(names: readonly (keyof typeof kinds)[], nodes: number): fc.Arbitrary<ScenarioEvent> {
  return fc
    .record({ at: fc.integer({ min: 0, max: 90_000 }), name: fc.constantFrom(...names), node: fc.integer({ min: 1, max: nodes }) })
    .chain(({ at, name, node }) =>
      (kinds[name] as (node: string) => fc.Arbitrary<ScenarioAction>)(`n${node}`).map(action => ({ at, ...action })),
    );
}

const patch = (spec: JsonObject): ScenarioAction => ({ do: 'patch', namespace: 'default', daemonSet: 'app', patch: { spec } });
const podOn = (node: string) => ({ namespace: 'default', daemonSet: 'app', node });
const taint = { key: 'maintenance', value: '', effect: 'NoSchedule' } as const;
const evicting = { key: 'maintenance', value: '', effect: 'NoExecute' } as const;

/** What can happen, by name; each for a node. */
const kinds = {
  image: () =>
    fc.constantFrom(1, 2, 3, 4, 5).map(n => patch({ template: { spec: { containers: [{ name: 'main', image: `app:${n}` }] } } })),
  strategy: () => strategy.map(updateStrategy => patch({ updateStrategy: { rollingUpdate: null, ...updateStrategy } })),
  minReady: () => fc.constantFrom(0, 5).map(minReadySeconds => patch({ minReadySeconds })),
  place: () => fc.constantFrom('a', null).map(pool => patch({ template: { spec: { nodeSelector: { pool } } } })),
  deletePod: node => fc.boolean().map(force => ({ do: 'deletePod', pod: podOn(node), force })),
  evictPod: node => fc.constant({ do: 'evictPod', pod: podOn(node) }),
  crashPod: node => fc.constant({ do: 'crashPod', pod: podOn(node) }),
  power: node => fc.constantFrom<ScenarioAction>({ do: 'nodeDown', node }, { do: 'nodeUp', node }),
  taint: node =>
    fc.constantFrom<ScenarioAction>(
      { do: 'taint', node, taint },
      { do: 'taint', node, taint: evicting },
      { do: 'untaint', node, key: taint.key, effect: 'NoSchedule' },
      { do: 'untaint', node, key: taint.key, effect: 'NoExecute' },
    ),
  cordon: node => fc.constantFrom<ScenarioAction>({ do: 'cordon', node }, { do: 'uncordon', node }),
  node: node => fc.constantFrom<ScenarioAction>({ do: 'removeNode', node }, { do: 'addNode', node: nodeJson(node, 'a', false) }),
  label: node => fc.constantFrom('a', 'b').map(pool => ({ do: 'label', node, labels: { pool } })),
  drain: node => fc.constant({ do: 'drain', node }),
  pressure: node =>
    fc.constantFrom<ScenarioAction>(
      { do: 'pressure', node, resource: 'memory' },
      { do: 'pressure', node, resource: 'disk' },
      { do: 'relieve', node },
    ),
  shutdown: node => fc.constantFrom<ScenarioAction>({ do: 'shutdown', node }, { do: 'nodeUp', node }),
  quota: () => fc.constantFrom(0, 2, null).map(pods => ({ do: 'quota', namespace: 'default', pods })),
  reject: node => fc.constantFrom<ScenarioAction>({ do: 'rejectPods', node }, { do: 'acceptPods', node }),
} satisfies Readonly<Record<string, (node: string) => fc.Arbitrary<ScenarioAction>>>;
