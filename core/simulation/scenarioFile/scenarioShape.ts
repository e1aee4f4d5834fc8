import { defaultKubernetesVersion, kubernetesVersions } from '../../kubernetes/versions.ts';
import { type Assumptions, defaultAssumptions } from '../assumptions.ts';
import { builtInClusters } from '../clusters/clusters.ts';
import { actionShapes, imageFields, manifestShape } from './actionShapes.ts';
import type { Field, ObjectShape, Shape } from './shape.ts';
import { spanText } from './span.ts';

export const scenarioApiVersion = 'daemonscope.dev/v1alpha1';
export const scenarioKind = 'Scenario';

const text = (is: string): Shape => ({ kind: 'text', is });
const whole = (least: number, most: number): Shape => ({ kind: 'whole', least, most });
const span: Shape = { kind: 'span' };
const words = (value: Shape, keyIs: string): Shape => ({ kind: 'map', value, keyIs });

const spans: Readonly<Record<Exclude<keyof Assumptions, 'jitter' | 'registryPulls' | 'clientQps' | 'clientBurst'>, string>> = {
  bind: 'Pod created → bound by the scheduler.',
  sandbox: 'Bound → sandbox and volumes are there.',
  imagePull: 'The pull of an image that the node does not have yet.',
  containerStart: 'Image present → the process runs.',
  applicationReady: 'The process runs → its probes would pass.',
  applicationStop: 'SIGTERM → the process is gone; the grace period caps it.',
  teardown: "The kubelet's part of a termination, after the last process is gone.",
  nodeDownNotice: 'Node silent → it is marked NotReady.',
  nodeUpRecover: 'A silent node is back → it is marked Ready.',
  podGc: 'Node object gone → its pods are collected.',
  ownerGc: 'DaemonSet gone → its pods are deleted.',
};

/** The assumptions as one writes them: spans with units, numbers for the rest. */
export const assumptionFields: Readonly<Record<keyof Assumptions, Field>> = {
  ...mapValues(spans, (key, about) => ({ shape: span, about, fallback: defaultOf(key) })),
  registryPulls: { shape: whole(0, 100_000), about: 'How many nodes the registry serves at once; 0: as many as come.', fallback: '0' },
  jitter: { shape: { kind: 'share' }, about: 'The share by which each duration varies from pod to pod (0.2: ± 20 %).', fallback: '0' },
  clientQps: { shape: whole(0, 100_000), about: "Requests a second of the controller manager's client; 0: no limit.", fallback: '20' },
  clientBurst: { shape: whole(0, 100_000), about: 'How many requests it may send at once.', fallback: '30' },
};

function defaultOf(key: keyof typeof spans): string {
  const value = defaultAssumptions[key];
  return value === null ? '50s from 1.32 on, 40s before' : spanText(value);
}

function mapValues<K extends string, V>(from: Readonly<Record<K, string>>, make: (key: K, text: string) => V): Record<K, V> {
  return Object.fromEntries((Object.keys(from) as K[]).map(key => [key, make(key, from[key])])) as Record<K, V>;
}

/** The shorthand for many like nodes. */
const poolShape: ObjectShape = {
  kind: 'object',
  fields: {
    name: { shape: text('a name'), about: 'Nodes are called `name-1`, `name-2` …', required: true },
    count: { shape: whole(1, 100_000), about: 'How many nodes.', fallback: '1 (then the node is called `name`)' },
    zones: { shape: { kind: 'list', item: text('the name of a zone') }, about: 'Zones over which they are spread evenly.' },
    labels: { shape: words(text('the value of a label'), 'the key of a label'), about: 'Labels beside the usual ones.' },
    taints: {
      shape: {
        kind: 'list',
        item: {
          kind: 'object',
          fields: {
            key: { shape: text('the key of a taint'), about: 'The key.', required: true },
            value: { shape: text('a value'), about: 'The value.' },
            effect: {
              shape: { kind: 'word', words: ['NoSchedule', 'PreferNoSchedule', 'NoExecute'].map(word => ({ word, about: '' })) },
              about: 'The effect.',
              required: true,
            },
          },
        },
      },
      about: 'Taints.',
    },
    cpu: { shape: text('a quantity of CPU in quotes, such as "3900m"'), about: 'Allocatable CPU.', fallback: '3900m' },
    memory: { shape: text('a quantity of memory, such as 15Gi'), about: 'Allocatable memory.', fallback: '15Gi' },
    pods: { shape: whole(0, 100_000), about: 'How many pods a node takes.', fallback: '110' },
    os: {
      shape: { kind: 'word', words: ['linux', 'windows'].map(word => ({ word, about: '' })) },
      about: 'Operating system.',
      fallback: 'linux',
    },
    arch: {
      shape: { kind: 'word', words: ['amd64', 'arm64'].map(word => ({ word, about: '' })) },
      about: 'Architecture.',
      fallback: 'amd64',
    },
    extended: { shape: words(text('a quantity'), 'the name of a resource'), about: 'Extended resources, such as nvidia.com/gpu: "4".' },
  },
};

const editShape: Shape = {
  kind: 'either',
  shapes: [
    ...(manifestShape.kind === 'either' ? manifestShape.shapes.slice(0, 2) : []),
    {
      kind: 'object',
      fields: {
        patch: {
          shape: { kind: 'object of Kubernetes', of: 'patch' },
          about: 'What changes against the baseline: a strategic merge patch, as `kubectl patch` takes it.',
        },
        file: {
          shape: text('the path of a YAML or JSON file'),
          about: 'A file with several DaemonSets, from the folder of this scenario.',
        },
        name: { shape: text('the name of a DaemonSet'), about: 'Which of them.' },
      },
    },
  ],
};

/** An event of the scenario. */
export const eventShape: Shape = {
  kind: 'variants',
  by: 'do',
  about: 'What happens.',
  cases: Object.fromEntries(
    Object.entries(actionShapes).map(([name, { about, fields }]) => [
      name,
      { about, fields: { at: { shape: span, about: 'When, counted from the edit: 90s, 1h30m, 0s.', required: true }, ...fields } },
    ]),
  ),
};

/** The format of scenario files. */
export const scenarioShape: ObjectShape = {
  kind: 'object',
  fields: {
    apiVersion: {
      shape: { kind: 'word', words: [{ word: scenarioApiVersion, about: '' }] },
      about: 'The version of this format.',
      required: true,
    },
    kind: { shape: { kind: 'word', words: [{ word: scenarioKind, about: '' }] }, about: 'A scenario of Daemonscope.', required: true },
    metadata: {
      shape: {
        kind: 'object',
        fields: { name: { shape: text('a name'), about: 'What people call this scenario.' } },
      },
      about: 'The name.',
    },
    description: { shape: text('a text'), about: 'What this scenario is about, for people.' },
    kubernetesVersion: {
      shape: { kind: 'word', words: kubernetesVersions.map(word => ({ word, about: '' })) },
      about: 'Behave as this minor version. Write it in quotes.',
      fallback: `"${defaultKubernetesVersion}"`,
    },
    seed: { shape: whole(0, 0xffff_ffff), about: 'One legal order of what Kubernetes leaves to chance.', fallback: '1' },
    cluster: {
      shape: {
        kind: 'text',
        is: 'the name of a built-in cluster, or the path of a cluster file',
        suggestions: builtInClusters.map(({ name, description }) => ({ word: name, about: description })),
      },
      about:
        'A built-in cluster, or a file with what `kubectl get nodes,daemonsets -A -o yaml` (or `-o json`) prints, from the folder of this scenario.',
      fallback: '`nodes`; without those the tutorial’s cluster',
    },
    nodes: {
      shape: { kind: 'list', item: { kind: 'either', shapes: [{ kind: 'object of Kubernetes', of: 'Node' }, poolShape] } },
      about:
        'Nodes beside those of `cluster`, or all there are: `{ name, count, … }` stands for many like ones; whole Node objects are taken too.',
    },
    daemonSets: {
      shape: { kind: 'list', item: manifestShape },
      about: 'DaemonSets that run, settled, beside the one in question.',
    },
    pods: {
      shape: { kind: 'list', item: { kind: 'object of Kubernetes', of: 'Pod' } },
      about: 'Pods of no DaemonSet, which take room and host ports. Each needs `spec.nodeName`.',
    },
    baseline: { shape: manifestShape, about: 'The DaemonSet as it runs before the edit.', fallback: 'it is applied for the first time' },
    edit: { shape: editShape, about: 'What is applied at 0s.', fallback: 'nothing is: only events happen' },
    events: {
      shape: { kind: 'list', item: eventShape },
      about: 'What else happens, and when.',
    },
    assumptions: { shape: { kind: 'object', fields: assumptionFields }, about: 'Durations that no manifest tells.' },
    images: {
      shape: words({ kind: 'object', fields: imageFields }, 'the name of an image'),
      about: 'Images that behave otherwise than assumed, by name.',
    },
    limits: {
      shape: {
        kind: 'object',
        fields: {
          until: { shape: span, about: 'Virtual time after which a run that is still moving ends.', fallback: '7d' },
          maxEvents: { shape: whole(1, 100_000_000), about: 'Number of processed events after which it ends.', fallback: '1500000' },
          maxDuration: { shape: span, about: '`daemonscope simulate` fails when the rollout takes longer, or never ends.' },
          maxWithout: {
            shape: { kind: 'countOrPercent' },
            about: '`daemonscope simulate` fails when more nodes (a number, or a share) are without an available pod at once.',
          },
        },
      },
      about: 'Where the simulation ends, and what a build must not exceed.',
    },
  },
};
