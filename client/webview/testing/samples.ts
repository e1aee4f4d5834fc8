import type { Subject } from '../../../core/protocol/panel.ts';
import { defaultAssumptions } from '../../../core/simulation/assumptions.ts';
import type { Picture } from '../simulation/picture.ts';

/** What tests of the panel's state begin with: a subject and a picture in which worker-1 is replaced from 0 s to 10 s. */
export function sampleSubject(changes: Partial<Subject> = {}): Subject {
  return {
    name: 'agent',
    namespace: 'kube-system',
    uri: 'file:///agent.yaml',
    index: 0,
    version: 3,
    manifest: { kind: 'DaemonSet' },
    places: { 'spec.updateStrategy': { start: { line: 5, character: 4 }, end: { line: 6, character: 10 } } },
    baseline: { kind: 'none', label: 'nothing yet', note: '', manifest: null },
    cluster: { name: 'two nodes', nodes: [sampleNode('worker-1'), sampleNode('worker-2')], daemonSets: [], pods: [] },
    kubernetesVersion: '1.36',
    assumptions: defaultAssumptions,
    seed: 1,
    ...changes,
  };
}

export function sampleNode(name: string): {
  readonly [key: string]: { readonly [key: string]: string | { readonly [key: string]: string } };
} {
  return {
    metadata: { name, uid: `uid of ${name}`, labels: { 'kubernetes.io/hostname': name, pool: 'a' } },
    spec: { podCIDR: '10.0.0.0/24' },
  };
}

export function samplePicture(changes: Partial<Picture> = {}): Picture {
  return {
    daemonSet: { namespace: 'kube-system', name: 'agent' },
    begin: 0,
    end: 10_000,
    nodes: [
      { name: 'worker-1', zone: 'a', pool: '', targeted: true },
      { name: 'worker-2', zone: '', pool: '', targeted: true },
    ],
    lanes: { offsets: Int32Array.of(0, 2, 3), at: Float64Array.of(-1, 10_000, -1), code: Uint8Array.of(5, 4, 2) },
    series: {
      at: Float64Array.of(-1, 10_000),
      counts: Int32Array.of(0, 0, 0, 1, 0, 1, 1, 0, 0, 0, 0, 1),
      targeted: Int32Array.of(2, 2),
      without: Int32Array.of(1, 0),
      pending: Int32Array.of(2, 1),
      most: 2,
    },
    changes: Float64Array.of(2_000, 4_000, 10_000),
    syncs: Float64Array.of(0, 4_000),
    marks: [],
    focus: 'worker-1',
    edit: { icon: 'sync', kind: 'template edit: rolls', fields: [], strategy: 'maxUnavailable 1' },
    sentence: { tone: 'ok', lead: 'Done.', parts: [], remedies: [] },
    tiles: [],
    world: null,
    ...changes,
  };
}
