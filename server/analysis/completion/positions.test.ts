import assert from 'node:assert/strict';
import { checkProbe, head, inContainer, indent, inPod, inSpec, type Probe } from '../../../test/kit/completionProbe.ts';
import { namedObject } from '../document/namedObjects.ts';
import { defaultAnalysisSettings, plainFile } from '../settings.ts';
import { complete } from './complete.ts';
import { noNames } from './valueSource.ts';

const probes: { readonly [group: string]: readonly Probe[] } = {
  'a new document': [
    ['┆', 'DaemonSet', 'DaemonSet: log collector', 'DaemonSet: CSI node plugin', 'apiVersion', 'kind'],
    ['\n┆\n', 'DaemonSet'],
    ['Daem┆', 'DaemonSet'],
    ['# a comment\n┆', 'DaemonSet'],
    ['---\n┆', 'DaemonSet', 'apiVersion'],
    ['# only ┆a comment', 'not', 'DaemonSet'],
    ['apiVersion: ┆', 'apps/v1'],
    ['apiVersion:┆', 'apps/v1'],
    ['apiVersion: apps/v1\nkind: ┆', 'DaemonSet'],
    ['apiVersion: apps/v1\nkind: D┆', 'DaemonSet'],
    ['apiVersion: apps/v1\n┆', 'kind', 'metadata', 'spec', 'not', 'apiVersion', 'status', 'DaemonSet'],
    ['kind: DaemonSet\n┆', 'apiVersion', 'not', 'kind'],
    ['name: a workflow\n┆', 'not', 'spec', 'kind', 'DaemonSet'],
    ['apiVersion: apps/v1\nkind: Deployment\nspec:\n  ┆', 'not', 'template', 'selector'],
    ['apiVersion: v1\nkind: Pod\nspec:\n  ┆', 'not', 'containers'],
  ],
  'keys at the top': [
    [`${head}┆`, 'spec', 'not', 'metadata', 'kind'],
    [`${head}┆\nspec:\n  minReadySeconds: 1`, 'not', 'spec', 'metadata'],
    ['apiVersion: apps/v1\n┆\nkind: DaemonSet\n', 'metadata', 'spec', 'not', 'kind'],
    ['┆\napiVersion: apps/v1\nkind: DaemonSet\n', 'metadata', 'spec'],
    ['apiVersion: apps/v1\nkind: DaemonSet\nsp┆', 'spec'],
    [
      'apiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n  ┆',
      'name',
      'namespace',
      'labels',
      'annotations',
      'not',
      'uid',
      'creationTimestamp',
    ],
    ['apiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n  ┆\n  name: a\n', 'namespace', 'not', 'name'],
    ['apiVersion: apps/v1\nkind: DaemonSet\nmetadata: ┆', 'name', 'namespace'],
    ['apiVersion: apps/v1\nkind: DaemonSet\nmetadata:┆', 'name', 'namespace'],
    ['apiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n┆', 'spec'],
    ['apiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n┆\n  name: a\n', 'namespace', 'not', 'spec'],
    ['apiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n  namespace: ┆', 'kube-system'],
  ],
  'keys of the spec': [
    [
      inSpec('┆'),
      'selector',
      'template',
      'updateStrategy',
      'minReadySeconds',
      'revisionHistoryLimit',
      'updateStrategy: one node at a time',
    ],
    [inSpec('minReadySeconds: 1\n┆'), 'selector', 'template', 'not', 'minReadySeconds'],
    [inSpec('┆\nminReadySeconds: 1'), 'selector', 'not', 'minReadySeconds'],
    [inSpec('minReadySeconds: 1\n┆\nrevisionHistoryLimit: 2'), 'selector', 'not', 'minReadySeconds', 'revisionHistoryLimit'],
    [inSpec('upd┆'), 'updateStrategy'],
    [inSpec('upd┆\nminReadySeconds: 1'), 'updateStrategy', 'not', 'minReadySeconds'],
    [inSpec('min┆ReadySeconds: 1'), 'minReadySeconds', 'updateStrategy'],
    [inSpec('minReadySeconds: 1\n\n\n┆'), 'selector'],
    [inSpec('minReadySeconds: 1\n# a comment\n┆'), 'selector', 'not', 'minReadySeconds'],
    [inSpec('minReadySeconds: ┆'), '0', '10'],
    [inSpec('minReadySeconds:┆'), '10'],
    [inSpec('revisionHistoryLimit: ┆'), '10'],
  ],
  'the update strategy': [
    [inSpec('updateStrategy:\n  ┆'), 'type', 'rollingUpdate'],
    [inSpec('updateStrategy: ┆'), 'type', 'rollingUpdate'],
    [inSpec('updateStrategy:┆'), 'type', 'rollingUpdate'],
    [inSpec('updateStrategy: {┆}'), 'type', 'rollingUpdate'],
    [inSpec('updateStrategy: {┆'), 'type', 'rollingUpdate'],
    [inSpec('updateStrategy: { t┆ }'), 'type'],
    [inSpec('updateStrategy: {type: ┆}'), 'RollingUpdate', 'OnDelete'],
    [inSpec('updateStrategy: {type: R┆}'), 'RollingUpdate'],
    [inSpec('updateStrategy: {type:┆}'), 'RollingUpdate'],
    [inSpec("updateStrategy: {type: '┆'}"), 'OnDelete'],
    [inSpec('updateStrategy: {type: RollingUpdate, ┆}'), 'rollingUpdate', 'not', 'type'],
    [inSpec('updateStrategy: {type: RollingUpdate, rollingUpdate: {┆}}'), 'maxUnavailable', 'maxSurge', 'not', 'type'],
    [inSpec('updateStrategy: {\n  type: RollingUpdate,\n  ┆\n}'), 'rollingUpdate', 'not', 'type'],
    [inSpec('updateStrategy:\n  type: ┆'), 'RollingUpdate', 'OnDelete'],
    [inSpec('updateStrategy:\n  type:┆'), 'RollingUpdate', 'OnDelete'],
    [inSpec('updateStrategy:\n  type: On┆'), 'OnDelete'],
    [inSpec('updateStrategy:\n  type: "┆"'), 'OnDelete'],
    [inSpec('updateStrategy:\n  type: ┆RollingUpdate'), 'OnDelete'],
    [inSpec('updateStrategy:\n  type: RollingUpdate┆\n  rollingUpdate:\n    maxUnavailable: 1'), 'RollingUpdate'],
    [inSpec('updateStrategy:\n  type: RollingUpdate\n  ┆'), 'rollingUpdate', 'not', 'type'],
    [inSpec('updateStrategy:\n  type: RollingUpdate\n  rollingUpdate:\n    ┆'), 'maxUnavailable', 'maxSurge'],
    [inSpec('updateStrategy:\n  rollingUpdate:\n    maxUnavailable: ┆'), '1', '10%', '25%'],
    [inSpec('updateStrategy:\n  rollingUpdate:\n    maxUnavailable: 1┆'), '1', '10%'],
    [inSpec('updateStrategy:\n  rollingUpdate:\n    maxSurge: ┆'), '1', '10%'],
    [inSpec('updateStrategy:\n  type: RollingUpdate\n┆'), 'selector', 'not', 'type', 'rollingUpdate'],
  ],
  'selector and labels': [
    [inSpec('selector:\n  ┆'), 'matchLabels', 'matchExpressions'],
    [inSpec('selector: ┆'), 'matchLabels'],
    [
      inSpec('selector:\n  matchLabels:\n    ┆\ntemplate:\n  metadata:\n    labels:\n      app: agent\n      tier: node'),
      'app',
      'tier',
      'app.kubernetes.io/name',
    ],
    [inSpec('selector:\n  matchLabels:\n    app: ┆\ntemplate:\n  metadata:\n    labels:\n      app: agent'), 'agent'],
    [inSpec('selector:\n  matchLabels: {┆}\ntemplate:\n  metadata:\n    labels: {app: agent}'), 'app'],
    [inSpec('selector:\n  matchLabels: {app: ┆}\ntemplate:\n  metadata:\n    labels: {app: agent}'), 'agent'],
    [
      inSpec('selector:\n  matchLabels:\n    app: agent\n    ┆\ntemplate:\n  metadata:\n    labels:\n      app: agent\n      tier: node'),
      'tier',
      'not',
      'app',
    ],
    [inSpec('selector:\n  matchLabels:\n    app: agent\ntemplate:\n  metadata:\n    labels:\n      ┆'), 'app'],
    [inSpec('selector:\n  matchLabels:\n    app: agent\ntemplate:\n  metadata:\n    labels:\n      app: ┆'), 'agent'],
    [inSpec('selector:\n  matchExpressions:\n    - ┆'), 'key', 'operator', 'values'],
    [inSpec('selector:\n  matchExpressions:\n    - operator: ┆'), 'In', 'Exists'],
    [inSpec('selector:\n  matchExpressions:\n    - key: ┆\ntemplate:\n  metadata:\n    labels:\n      app: agent'), 'app'],
    [inSpec('template:\n  ┆'), 'metadata', 'spec', 'not', 'selector'],
    [inSpec('template:\n  metadata:\n    ┆'), 'labels', 'annotations', 'not', 'name'],
  ],
  'the pod': [
    [inPod('┆'), 'containers', 'volumes', 'tolerations', 'nodeSelector', 'hostNetwork', 'tolerations'],
    [inPod('hostNetwork: ┆'), 'true', 'false'],
    [inPod('hostNetwork: t┆'), 'true'],
    [inPod('dnsPolicy: ┆'), 'ClusterFirstWithHostNet', 'None'],
    [inPod('restartPolicy: ┆'), 'Always', 'not', 'Never', 'OnFailure'],
    [inPod('priorityClassName: ┆'), 'system-node-critical'],
    [inPod('serviceAccountName: ┆'), 'agent'],
    [inPod('terminationGracePeriodSeconds: ┆'), '30'],
    [inPod('nodeSelector:\n  ┆'), 'kubernetes.io/os', 'kubernetes.io/arch'],
    [inPod('nodeSelector:\n  kubernetes.io/os: ┆'), 'linux', 'windows'],
    [inPod('nodeSelector: {┆}'), 'kubernetes.io/os'],
    [inPod('nodeSelector:\n  kubernetes.io/os: linux\n  ┆'), 'kubernetes.io/arch', 'not', 'kubernetes.io/os'],
    [inPod('tolerations:\n  ┆'), '- toleration', 'toleration: control-plane nodes', 'toleration: every taint'],
    [inPod('tolerations: ┆'), '- toleration', 'toleration: every taint'],
    [inPod('tolerations:\n  - ┆'), 'key', 'operator', 'effect', 'toleration: every taint'],
    [inPod('tolerations:\n- ┆'), 'key', 'operator'],
    [inPod('tolerations:\n  - key: ┆'), 'node-role.kubernetes.io/control-plane', 'node.kubernetes.io/not-ready'],
    [inPod('tolerations:\n  - key: a\n    operator: ┆'), 'Exists', 'Equal'],
    [inPod('tolerations:\n  - key: a\n    effect: ┆'), 'NoSchedule', 'NoExecute'],
    [inPod('tolerations:\n  - key: a\n    ┆'), 'operator', 'effect', 'not', 'key'],
    [inPod('tolerations:\n  - key: a\n  ┆'), '- toleration'],
    [inPod('tolerations:\n  - key: a\n  - ┆'), 'key'],
    [inPod('tolerations: [{┆}]'), 'key', 'operator'],
    [inPod('tolerations: [{key: a, operator: ┆}]'), 'Exists'],
    [inPod('affinity:\n  ┆'), 'nodeAffinity', 'podAntiAffinity'],
    [inPod('affinity:\n  nodeAffinity:\n    ┆'), 'requiredDuringSchedulingIgnoredDuringExecution'],
    [
      inPod(
        'affinity:\n  nodeAffinity:\n    requiredDuringSchedulingIgnoredDuringExecution:\n      nodeSelectorTerms:\n        - matchExpressions:\n            - key: ┆',
      ),
      'kubernetes.io/os',
    ],
    [
      inPod(
        'affinity:\n  nodeAffinity:\n    requiredDuringSchedulingIgnoredDuringExecution:\n      nodeSelectorTerms:\n        - matchExpressions:\n            - key: kubernetes.io/arch\n              operator: In\n              values: [┆]',
      ),
      'amd64',
      'arm64',
    ],
    [inPod('containers:\n  - name: a\n┆'), 'not', 'image'],
    [inPod('securityContext:\n  ┆'), 'runAsUser', 'fsGroup', 'not', 'privileged'],
    [inPod('imagePullSecrets:\n  - ┆'), 'name'],
    [inPod('topologySpreadConstraints:\n  - topologyKey: ┆'), 'topology.kubernetes.io/zone'],
  ],
  containers: [
    [inPod('containers:\n  ┆'), '- container'],
    [inPod('containers:\n┆'), 'volumes', 'tolerations'],
    [inPod('containers: ┆'), '- container'],
    [inPod('containers:\n  - ┆'), 'name', 'image', 'env'],
    [inPod('containers:\n  -┆'), 'name', 'image'],
    [inPod('containers:\n  - na┆'), 'name'],
    [inPod('containers:\n  - ┆\n    image: a'), 'name', 'not', 'image'],
    [inPod('containers:\n  - ┆name: a\n    image: b'), 'name', 'env', 'not', 'image'],
    [inPod('containers:\n  - name: ┆'), 'agent'],
    [inPod('containers:\n  - name: a\n    image: b\n  ┆'), '- container'],
    [inPod('containers:\n  - name: a\n    image: b\n  ┆\n  - name: c'), '- container'],
    [inPod('containers:\n  - name: a\n    image: b\n┆\nvolumes: []'), 'not', 'volumes', 'image'],
    [inContainer('┆'), 'env', 'ports', 'resources', 'readinessProbe', 'volumeMounts', 'not', 'name', 'image'],
    [inContainer('reso┆'), 'resources'],
    [inContainer('imagePullPolicy: ┆'), 'Always', 'IfNotPresent', 'Never'],
    [inContainer('terminationMessagePolicy: ┆'), 'FallbackToLogsOnError'],
    [inContainer('ports:\n  - ┆'), 'containerPort', 'name', 'hostPort', 'protocol'],
    [inContainer('ports:\n  - name: http\n    protocol: ┆'), 'TCP', 'UDP'],
    [inContainer('resources:\n  ┆'), 'requests', 'limits'],
    [inContainer('resources:\n  requests:\n    ┆'), 'cpu', 'memory', 'ephemeral-storage'],
    [inContainer('resources:\n  requests:\n    cpu: ┆'), '100m', '250m'],
    [inContainer('resources:\n  limits:\n    memory: ┆'), '128Mi', '1Gi'],
    [inContainer('resources: {requests: {┆}}'), 'cpu', 'memory'],
    [inContainer('resources: {requests: {memory: ┆}}'), '64Mi'],
    [inContainer('resources:\n  requests:\n    cpu: 1\n    ┆'), 'memory', 'not', 'cpu'],
    [inContainer('env:\n  ┆'), '- env', 'env: NODE_NAME'],
    [inContainer('env:\n  - ┆'), 'name', 'value', 'valueFrom', 'env: NODE_NAME'],
    [inContainer('env:\n  - name: A\n    ┆'), 'value', 'valueFrom'],
    [inContainer('env:\n  - name: A\n    valueFrom:\n      ┆'), 'fieldRef', 'secretKeyRef', 'configMapKeyRef'],
    [inContainer('env:\n  - name: A\n    valueFrom:\n      fieldRef:\n        fieldPath: ┆'), 'spec.nodeName', 'status.podIP'],
    [inContainer('env:\n  - name: A\n    valueFrom:\n      resourceFieldRef:\n        containerName: ┆'), 'agent'],
    [inContainer('env:\n  - name: A\n    valueFrom:\n      resourceFieldRef:\n        resource: ┆'), 'limits.memory'],
    [inContainer('securityContext:\n  ┆'), 'privileged', 'capabilities'],
    [inContainer('securityContext:\n  privileged: ┆'), 'true'],
    [inContainer('securityContext:\n  capabilities:\n    add: [┆]'), 'NET_ADMIN'],
    [inContainer('securityContext:\n  capabilities:\n    drop:\n      - ┆'), 'ALL'],
    [inContainer('lifecycle:\n  preStop:\n    ┆'), 'exec', 'httpGet', 'sleep'],
    [inContainer('image: ┆'), 'not', 'true', 'name'],
    [inContainer('args:\n  - ┆'), 'not', 'name', 'true'],
  ],
  'probes and ports': [
    [inContainer('readinessProbe:\n  ┆'), 'httpGet', 'exec', 'tcpSocket', 'periodSeconds'],
    [inContainer('readinessProbe: ┆'), 'httpGet'],
    [
      inContainer('┆\nlivenessProbe: {}'),
      'readinessProbe',
      'readinessProbe: over HTTP',
      'not',
      'livenessProbe',
      'livenessProbe: over HTTP',
    ],
    [inContainer('readinessProbe:\n  httpGet:\n    ┆'), 'path', 'port', 'scheme'],
    [inContainer('readinessProbe:\n  httpGet:\n    scheme: ┆'), 'HTTP', 'HTTPS'],
    [inContainer('ports:\n  - name: metrics\n    containerPort: 9100\nreadinessProbe:\n  httpGet:\n    port: ┆'), 'metrics', '9100'],
    [inContainer('ports:\n  - name: metrics\n    containerPort: 9100\nlivenessProbe:\n  tcpSocket:\n    port: ┆'), 'metrics'],
    [inContainer('readinessProbe:\n  httpGet:\n    port: ┆\nports:\n  - name: late\n    containerPort: 1'), 'late'],
    [inContainer('readinessProbe:\n  periodSeconds: ┆'), '10'],
  ],
  volumes: [
    [inPod('volumes:\n  ┆'), '- volume', 'volume: a path of the node'],
    [inPod('volumes:\n  - ┆'), 'name', 'hostPath', 'configMap'],
    [inPod('volumes:\n  - name: a\n    ┆'), 'hostPath', 'emptyDir', 'not', 'name'],
    [inPod('volumes:\n  - name: a\n    hostPath:\n      ┆'), 'path', 'type'],
    [inPod('volumes:\n  - name: a\n    hostPath:\n      path: ┆'), '/var/log', '/proc'],
    [inPod('volumes:\n  - name: a\n    hostPath:\n      type: ┆'), 'Directory', 'Socket'],
    [inPod('volumes:\n  - name: a\n    hostPath: {path: /, type: ┆}'), 'Directory'],
    [inContainer('volumeMounts:\n  - ┆'), 'name', 'mountPath', 'readOnly'],
    [`${inContainer('volumeMounts:\n  - name: ┆')}\n${indent('volumes:\n  - name: logs\n    hostPath: {path: /}', 6)}`, 'logs'],
    [`${inContainer('volumeMounts:\n  - name: l┆')}\n${indent('volumes:\n  - name: logs\n    hostPath: {path: /}', 6)}`, 'logs'],
    [`${inContainer('volumeMounts:\n  - name: wanted\n    mountPath: /x')}\n${indent('volumes:\n  - name: ┆', 6)}`, 'wanted'],
    [`${inContainer('volumeMounts:\n  - {name: ┆, mountPath: /x}')}\n${indent('volumes:\n  - name: logs', 6)}`, 'logs'],
    [inContainer('volumeMounts:\n  - name: a\n    mountPropagation: ┆'), 'Bidirectional', 'HostToContainer'],
  ],
  'where nothing belongs': [
    [inContainer('# ┆'), 'not', 'env'],
    [inContainer('args: [a] # ┆'), 'not', 'env'],
    [inContainer('command:\n  - |\n    ┆'), 'not', 'env'],
    [inContainer('command:\n  - |\n    echo a\n    ┆\n    echo b'), 'not', 'env'],
    [inPod('hostNetwork: true ┆# why'), 'true'],
    [`${head}---┆`, 'not', 'spec'],
    [inSpec('unknownField:\n  ┆'), 'not', 'selector', 'type'],
    [inSpec('minReadySeconds: 1┆0 # ten'), '10'],
  ],
  'broken documents': [
    [inSpec('selector: [\n┆'), 'not', 'apiVersion'],
    [inSpec('oops\nupdateStrategy:\n  type: ┆'), 'RollingUpdate'],
    [inSpec('updateStrategy:\n  type: ┆\n  rollingUpdate'), 'RollingUpdate'],
    [inContainer('env:\n  - name: "unclosed\nreadinessProbe: {}\n┆'), 'not', 'apiVersion'],
    [inContainer('oops: a: b\nresources:\n  ┆'), 'requests'],
    [inPod('tolerations:\n  - key: a\n   operator: b\nhostNetwork: ┆'), 'true'],
  ],
  JSON: [
    ['{"apiVersion": "apps/v1", "kind": "DaemonSet", ┆}', 'metadata', 'spec', 'not', 'kind'],
    ['{"apiVersion": "apps/v1", "kind": "DaemonSet", "┆"}', 'metadata', 'spec'],
    ['{"apiVersion": "apps/v1", "kind": "┆"}', 'DaemonSet'],
    ['{"apiVersion": "apps/v1", "kind": "DaemonSet", "spec": {"updateStrategy": {"type": "┆"}}}', 'OnDelete'],
    ['{"apiVersion": "apps/v1", "kind": "DaemonSet", "spec": {"updateStrategy": {"type": ┆}}}', 'OnDelete'],
    ['{\n  "apiVersion": "apps/v1",\n  "kind": "DaemonSet",\n  "spec": {\n    ┆\n  }\n}', 'selector', 'template'],
    [
      '{\n  "apiVersion": "apps/v1",\n  "kind": "DaemonSet",\n  "spec": {\n    "minReadySeconds": 1,\n    ┆\n  }\n}',
      'selector',
      'not',
      'minReadySeconds',
    ],
    ['{"apiVersion":"apps/v1","kind":"DaemonSet","spec":{"template":{"spec":{"hostNetwork":┆}}}}', 'true'],
    ['{"apiVersion":"apps/v1","kind":"DaemonSet","spec":{"template":{"spec":{"tolerations":[{┆}]}}}}', 'key', 'operator'],
    ['{"apiVersion":"apps/v1","kind":"Deployment","spec":{┆}}', 'not', 'template'],
  ],
  'lists and other documents': [
    ['apiVersion: v1\nkind: List\nitems:\n- apiVersion: apps/v1\n  kind: DaemonSet\n  spec:\n    ┆', 'selector', 'template'],
    ['apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n  spec:\n    ┆', 'not', 'template', 'containers'],
    [
      'apiVersion: v1\nkind: List\nitems:\n- kind: Pod\n- apiVersion: apps/v1\n  kind: DaemonSet\n  spec:\n    updateStrategy:\n      type: ┆',
      'OnDelete',
    ],
  ],
};

describe('completion positions', () => {
  for (const [group, list] of Object.entries(probes)) {
    describe(group, () => {
      for (const probe of list) it(JSON.stringify(probe[0].split('\n').slice(-4).join('\n')), () => checkProbe(probe));
    });
  }

  it('hold in a Helm template, and nothing is offered inside an action', () => {
    const template = { template: true, patch: false };
    const labelsAt = (source: string): string[] =>
      complete(source.replace('┆', ''), source.indexOf('┆'), template, defaultAnalysisSettings).map(item => item.label);
    const chart = '{{- if .Values.on }}\napiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n  name: {{ .Release.Name }}\nspec:\n';
    assert.ok(labelsAt(`${chart}  ┆\n{{- end }}`).includes('updateStrategy'));
    assert.ok(labelsAt(`${chart}  updateStrategy:\n    {{- with .Values.x }}\n    type: ┆\n    {{- end }}`).includes('OnDelete'));
    assert.deepEqual(labelsAt(`${chart}  minReadySeconds: {{ .Values.┆ }}`), []);
    assert.deepEqual(labelsAt(`${chart}  minReadySeconds: {{ .Values.┆`), []);
  });

  it('know what other documents define', () => {
    const others = [
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  labels: {a: b}\n  name: agent-config\ndata:\n  agent.conf: |\n    a: b\n  level: debug\n',
      'kind: Secret\nmetadata: {name: agent-token}\nstringData: {}\n',
      'kind: Deployment\nmetadata:\n  name: nothing\n',
      'kind: ConfigMap\n',
    ];
    const objects = () => others.map(namedObject).filter(object => object !== null);
    const labelsAt = (source: string) =>
      complete(source.replace('┆', ''), source.indexOf('┆'), plainFile, defaultAnalysisSettings, { ...noNames, objects }).map(
        item => item.label,
      );
    assert.deepEqual(labelsAt(inPod('volumes:\n  - name: a\n    configMap:\n      name: ┆')), ['agent-config']);
    assert.deepEqual(labelsAt(inPod('volumes:\n  - name: a\n    secret: {secretName: ┆}')), ['agent-token']);
    const env = 'env:\n  - name: A\n    valueFrom:\n      configMapKeyRef:\n        name: agent-config\n        key: ┆';
    assert.deepEqual(labelsAt(inContainer(env)), ['agent.conf', 'level']);
  });

  it('are many', () => {
    assert.ok(Object.values(probes).flat().length >= 180);
  });
});
