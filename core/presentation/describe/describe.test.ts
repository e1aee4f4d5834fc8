import assert from 'node:assert/strict';
import type { JsonObject } from '../../base/json.ts';
import { alignTabs } from '../tabAlign.ts';
import { describePodTemplate } from './podTemplate.ts';
import { probeText } from './probe.ts';

const template = (spec: JsonObject, metadata: JsonObject = {}): string => describePodTemplate({ metadata, spec });

describe('the pod template of kubectl describe', () => {
  it('shows every part of a container', () => {
    const container: JsonObject = {
      name: 'agent',
      image: 'agent:1',
      command: ['/agent', 'a\nb'],
      args: ['--x'],
      ports: [{ containerPort: 80 }, { containerPort: 443, hostPort: 8443, protocol: 'UDP', name: 'tls' }],
      resources: { limits: { memory: '1073741824', cpu: 0.5 }, requests: { cpu: '0.1' } },
      livenessProbe: { httpGet: { port: 'web', path: '/healthz', scheme: 'HTTPS' }, initialDelaySeconds: 5 },
      readinessProbe: { exec: { command: ['cat', '/tmp/x'] } },
      startupProbe: { grpc: { port: 9 } },
      envFrom: [{ configMapRef: { name: 'c' } }, { secretRef: { name: 's', optional: true }, prefix: 'P_' }],
      env: [
        { name: 'TEXT', value: 'one\ntwo' },
        { name: 'NODE', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
        { name: 'MEM', valueFrom: { resourceFieldRef: { resource: 'limits.memory', divisor: '1Mi' } } },
        { name: 'CPU', valueFrom: { resourceFieldRef: { resource: 'requests.cpu' } } },
        { name: 'FREE', valueFrom: { resourceFieldRef: { resource: 'limits.ephemeral-storage' } } },
        { name: 'KEY', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } },
        { name: 'MAP', valueFrom: { configMapKeyRef: { name: 'c', key: 'k', optional: true } } },
      ],
      volumeMounts: [
        { name: 'v', mountPath: '/z', readOnly: true },
        { name: 'v', mountPath: '/a', subPath: 'p' },
      ],
      volumeDevices: [{ name: 'd', devicePath: '/dev/x' }],
    };
    assert.equal(
      template({ containers: [container] })
        .split('\n')
        .slice(3, -4)
        .join('\n'),
      `   agent:
    Image:	agent:1
    Ports:	80/TCP, 443/UDP (tls)
    Host Ports:	0/TCP, 8443/UDP (tls)
    Command:
      /agent
      a
      b
    Args:
      --x
    Limits:
      cpu:	500m
      memory:	1073741824
    Requests:
      cpu:	100m
    Liveness:	http-get https://:web/healthz delay=5s timeout=1s period=10s #success=1 #failure=3
    Readiness:	exec [cat /tmp/x] delay=0s timeout=1s period=10s #success=1 #failure=3
    Startup:	grpc <pod>:9  delay=0s timeout=1s period=10s #success=1 #failure=3
    Environment Variables from:
      c	ConfigMap	Optional: false
      s	Secret with prefix 'P_'	Optional: true
    Environment:
      TEXT:	one
      	two
      NODE:	 (v1:spec.nodeName)
      MEM:	1024 (limits.memory)
      CPU:	1 (requests.cpu)
      FREE:	0 (limits.ephemeral-storage)
      KEY:	<set to the key 'k' in secret 's'>	Optional: false
      MAP:	<set to the key 'k' of config map 'c'>	Optional: true
    Mounts:
      /a from v (rw,path="p")
      /z from v (ro)
    Devices:
      /dev/x from d`,
    );
  });

  it('shows init containers, volumes, priority, selectors and tolerations', () => {
    const text = template(
      {
        serviceAccountName: 'robot',
        priorityClassName: 'system-node-critical',
        initContainers: [{ name: 'init', image: 'i' }],
        containers: [],
        nodeSelector: { b: '2', a: '1' },
        tolerations: [{ operator: 'Exists' }, { key: 'k', value: 'v', effect: 'NoExecute', tolerationSeconds: 30 }],
        volumes: [
          { name: 'empty', emptyDir: { medium: 'Memory', sizeLimit: '64Mi' } },
          { name: 'claim', persistentVolumeClaim: { claimName: 'c' } },
          { name: 'odd', somethingNew: {} },
        ],
      },
      { labels: { app: 'x' }, annotations: { long: 'y'.repeat(200), short: 'z' } },
    );
    assert.equal(
      text,
      `Pod Template:
  Labels:	app=x
  Annotations:	long:
	  ${'y'.repeat(138)}...
	short: z
  Service Account:	robot
  Init Containers:
   init:
    Image:	i
    Port:	<none>
    Host Port:	<none>
    Environment:	<none>
    Mounts:	<none>
  Volumes:
   empty:
    Type:	EmptyDir (a temporary directory that shares a pod's lifetime)
    Medium:	Memory
    SizeLimit:	64Mi
   claim:
    Type:	PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)
    ClaimName:	c
    ReadOnly:	false
   odd:
  <unknown>
  Priority Class Name:	system-node-critical
  Node-Selectors:	a=1
	b=2
  Tolerations:	op=Exists
	k=v:NoExecute for 30s
`,
    );
  });

  it('takes whatever a template holds', () => {
    for (const odd of [{}, { spec: 7 }, { spec: { containers: [null, 'x', { ports: 'y', env: [{}] }] } }, { metadata: { labels: [] } }]) {
      assert.match(describePodTemplate(odd as JsonObject), /^Pod Template:\n/);
    }
    assert.equal(probeText({}), 'unknown delay=0s timeout=1s period=10s #success=1 #failure=3');
    assert.match(probeText({ tcpSocket: { host: 'h', port: 5 } }), /^tcp-socket h:5 /);
    assert.match(probeText({ httpGet: { host: '::1', port: 5, path: 'x' } }), /^http-get http:\/\/\[::1\]:5\/x /);
  });

  it('aligns a column over the lines that have it, and no further', () => {
    assert.equal(alignTabs('a\tb\tc\nlonger\td\nno cells\ne\tf\n'), 'a       b  c\nlonger  d\nno cells\ne  f\n');
  });
});
