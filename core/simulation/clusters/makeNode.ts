import type { JsonObject } from '../../base/json.ts';
import type { Labels } from '../../kubernetes/objects/meta.ts';

/** What distinguishes one node of a built-in cluster from the next. */
export interface NodeShape {
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly taints?: readonly { readonly key: string; readonly value?: string; readonly effect: string }[];
  readonly cpu?: string;
  readonly memory?: string;
  readonly pods?: number;
  readonly os?: 'linux' | 'windows';
  readonly arch?: 'amd64' | 'arm64';
  readonly ip?: string;
  readonly extended?: Readonly<Record<string, string>>;
  readonly osImage?: string;
}

/** A node as kubectl prints it, as far as a simulation needs it. */
export function makeNode(shape: NodeShape): JsonObject {
  return nodeMaker(shape)(shape.name, shape.labels ?? {}, shape.ip ?? '10.0.0.1');
}

/** Makes nodes of one shape: all that is alike in them is there once. */
export function nodeMaker(shape: Omit<NodeShape, 'name' | 'labels' | 'ip'>): (name: string, labels: Labels, ip: string) => JsonObject {
  const os = shape.os ?? 'linux';
  const arch = shape.arch ?? 'amd64';
  const spec = shape.taints === undefined ? {} : { taints: shape.taints.map(taint => ({ ...taint })) };
  const alike = {
    allocatable: { cpu: shape.cpu ?? '3900m', memory: shape.memory ?? '15Gi', pods: String(shape.pods ?? 110), ...shape.extended },
    conditions: [{ type: 'Ready', status: 'True', reason: 'KubeletReady' }],
    nodeInfo: nodeInfo(shape, os, arch),
  };
  return (name, labels, ip) => ({
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, labels: { 'kubernetes.io/arch': arch, 'kubernetes.io/hostname': name, 'kubernetes.io/os': os, ...labels } },
    spec,
    status: { addresses: [{ type: 'InternalIP', address: ip }], ...alike },
  });
}

function nodeInfo(shape: Pick<NodeShape, 'osImage'>, os: string, arch: string): JsonObject {
  return {
    kubeletVersion: 'v1.36.3',
    containerRuntimeVersion: 'containerd://2.1.4',
    kernelVersion: os === 'windows' ? '10.0.20348.3207' : '6.8.0-60-generic',
    osImage: shape.osImage ?? (os === 'windows' ? 'Windows Server 2022 Datacenter' : 'Ubuntu 24.04.2 LTS'),
    operatingSystem: os,
    architecture: arch,
  };
}

/** The taint of control-plane nodes set up by kubeadm and kubespray. */
export const controlPlaneTaint = { key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' };
export const controlPlaneLabel = { 'node-role.kubernetes.io/control-plane': '' };

/** Labels that clouds put on nodes. */
export function zoneLabels(region: string, zone: string): Readonly<Record<string, string>> {
  return { 'topology.kubernetes.io/region': region, 'topology.kubernetes.io/zone': zone };
}

/** `prefix-1` … `prefix-n`, each made by `make`. */
export function nodes(prefix: string, count: number, make: (name: string, index: number) => NodeShape): readonly JsonObject[] {
  return Array.from({ length: count }, (_, index) => makeNode(make(`${prefix}-${index + 1}`, index)));
}
