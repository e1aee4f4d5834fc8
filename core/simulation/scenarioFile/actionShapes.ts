import type { ScenarioAction } from '../scenario.ts';
import type { Field, Shape, Variant } from './shape.ts';

const text = (is: string): Shape => ({ kind: 'text', is });
const flag: Shape = { kind: 'flag' };
const required = (shape: Shape, about: string): Field => ({ shape, about, required: true });

const node = required(text('the name of a node'), 'The node, by its name in the cluster.');
const onNode = (about: string, more: Readonly<Record<string, Field>> = {}): Variant => ({ about, fields: { node, ...more } });
const namespace: Field = { shape: text('the name of a namespace'), about: 'The namespace.', fallback: "that of the scenario's DaemonSet" };
const daemonSet: Field = { shape: text('the name of a DaemonSet'), about: 'The DaemonSet.', fallback: "the scenario's" };

/** The pod of a DaemonSet on a node, or a pod by its name. */
const pod: Field = required(
  {
    kind: 'object',
    fields: {
      node: { shape: text('the name of a node'), about: "The DaemonSet's pod on this node." },
      name: { shape: text('the name of a pod'), about: 'A pod by its own name, instead of `node`.' },
      namespace,
      daemonSet,
    },
  },
  'Which pod: `{ node: worker-1 }` is the one of the DaemonSet on worker-1.',
);
const onPod = (about: string, more: Readonly<Record<string, Field>> = {}): Variant => ({ about, fields: { pod, ...more } });

const effects: Shape = {
  kind: 'word',
  words: [
    { word: 'NoSchedule', about: 'Keeps new pods away.' },
    { word: 'PreferNoSchedule', about: 'Asks the scheduler to avoid the node; DaemonSets do not care.' },
    { word: 'NoExecute', about: 'Keeps new pods away and drives out those that do not tolerate it.' },
  ],
};

/** What a manifest may be: the object itself, or where it stands. */
export const manifestShape: Shape = {
  kind: 'either',
  shapes: [
    { kind: 'text', is: 'the path of a YAML or JSON file' },
    { kind: 'object of Kubernetes', of: 'DaemonSet' },
    {
      kind: 'object',
      fields: {
        file: required(text('the path of a YAML or JSON file'), 'A file with several DaemonSets, from the folder of this scenario.'),
        name: required(text('the name of a DaemonSet'), 'Which of them.'),
      },
    },
  ],
};

const once: Field = {
  shape: { kind: 'span' },
  about: 'The process ends with exit code 1 so long after its start, each time.',
  fallback: 'it stays up',
};

/** How the containers of an image behave, where that differs from what is assumed of all. */
export const imageFields: Readonly<Record<string, Field>> = {
  missing: { shape: flag, about: 'The registry has no such image: ErrImagePull, then ImagePullBackOff.', fallback: 'false' },
  pull: { shape: { kind: 'span' }, about: 'How long its pull takes.', fallback: 'the assumption imagePull' },
  crashAfter: once,
  crashes: {
    shape: { kind: 'whole', least: 1, most: 1_000_000 },
    about: 'How often the process ends so before it stays up, in each pod. Means something with `crashAfter` only.',
    fallback: 'without end',
  },
  neverReady: { shape: flag, about: 'Its probes never pass: the pod runs and is never Ready.', fallback: 'false' },
};

const labelValue: Shape = { kind: 'either', shapes: [{ kind: 'none' }, { kind: 'text', is: 'the value of a label', mayBeEmpty: true }] };

/** Everything that can happen, by its `do`: the fields each event has beside `at` and `do`. */
export const actionShapes: { readonly [Kind in ScenarioAction['do']]: Variant } = {
  apply: {
    about: 'Someone applies a manifest: another edit, or a roll-back.',
    fields: { manifest: required(manifestShape, 'The manifest, or the path of its file.') },
  },
  patch: {
    about: 'A JSON merge patch of a DaemonSet, as `kubectl patch --type=merge` sends it.',
    fields: { namespace, daemonSet, patch: required({ kind: 'object of Kubernetes', of: 'patch' }, 'The patch.') },
  },
  deleteDaemonSet: {
    about: 'Someone deletes a DaemonSet.',
    fields: {
      ...{ namespace, daemonSet },
      propagation: {
        shape: {
          kind: 'word',
          words: [
            { word: 'Background', about: 'The object goes at once, its pods after it: what kubectl does.' },
            { word: 'Foreground', about: 'The object goes when its last pod has gone.' },
            { word: 'Orphan', about: 'Its pods stay.' },
          ],
        },
        about: 'What becomes of its pods.',
        fallback: 'Background',
      },
    },
  },
  deletePod: onPod('`kubectl delete pod`.', {
    force: { shape: flag, about: 'Gone at once, whatever its kubelet does (`--force --grace-period=0`).', fallback: 'false' },
  }),
  crashPod: onPod("The pod's first container ends with an error."),
  evictPod: onPod('The kubelet evicts the pod: phase Failed, reason Evicted.'),
  addPod: {
    about: '`kubectl run`: a pod of no DaemonSet.',
    fields: { manifest: required({ kind: 'object of Kubernetes', of: 'Pod' }, 'The pod.') },
  },
  labelPod: onPod('`kubectl label pod --overwrite`.', {
    labels: required({ kind: 'map', value: labelValue, keyIs: 'the key of a label' }, 'Labels to set; null takes one away.'),
  }),
  image: {
    about: 'From now on the containers of an image behave so; without further fields it is an ordinary image again.',
    fields: { image: required(text('the name of an image'), 'The image, as manifests write it.'), ...imageFields },
  },
  addNode: {
    about: 'A node joins, Ready from the start.',
    fields: { node: required({ kind: 'object of Kubernetes', of: 'Node' }, 'The node, as kubectl prints it; a name is enough.') },
  },
  removeNode: onNode('The Node object is deleted and the machine is gone.'),
  nodeDown: onNode("The machine goes silent: NotReady after the version's grace period."),
  nodeUp: onNode('The machine is back.'),
  cordon: onNode('`kubectl cordon`: nothing new is scheduled there, but for pods of DaemonSets.'),
  uncordon: onNode('`kubectl uncordon`.'),
  drain: onNode('`kubectl drain --ignore-daemonsets`: cordon, and every pod that no DaemonSet runs is evicted.'),
  taint: onNode('`kubectl taint --overwrite`.', {
    taint: required(
      {
        kind: 'object',
        fields: {
          key: required(text('the key of a taint'), 'The key, such as node.example.com/maintenance.'),
          value: { shape: { kind: 'text', is: 'a value', mayBeEmpty: true }, about: 'The value.', fallback: 'none' },
          effect: required(effects, 'What it does.'),
        },
      },
      'The taint.',
    ),
  }),
  untaint: onNode('Takes a taint away.', {
    key: required(text('the key of a taint'), 'The key of the taint.'),
    effect: { shape: effects, about: 'Only the taint with this effect.', fallback: 'every taint of the key' },
  }),
  label: onNode('`kubectl label --overwrite`.', {
    labels: required({ kind: 'map', value: labelValue, keyIs: 'the key of a label' }, 'Labels to set; null takes one away.'),
  }),
  pressure: onNode('The node runs short of a resource until `relieve`: its kubelet reports it, evicts pods, and refuses new ones.', {
    resource: required(
      {
        kind: 'word',
        words: [
          { word: 'memory', about: 'MemoryPressure: pods of DaemonSets tolerate it and are admitted.' },
          { word: 'disk', about: 'DiskPressure: every pod is refused that is not critical to the system.' },
          { word: 'pid', about: 'PIDPressure: likewise.' },
        ],
      },
      'What it runs short of.',
    ),
  }),
  relieve: onNode('The shortage is over; the kubelet says so five minutes later.'),
  shutdown: onNode('A graceful shutdown: pods end as Failed, new ones are refused, and 30 s later the machine is off, until `nodeUp`.'),
  rejectPods: onNode('The kubelet refuses every pod that is bound to it, until `acceptPods`.'),
  acceptPods: onNode('It takes pods again.'),
  quota: {
    about: 'A ResourceQuota of pods in a namespace.',
    fields: {
      namespace,
      pods: required(
        { kind: 'either', shapes: [{ kind: 'whole', least: 0, most: 1_000_000 }, { kind: 'none' }] },
        'How many pods the namespace may have; null takes the quota away.',
      ),
    },
  },
};
