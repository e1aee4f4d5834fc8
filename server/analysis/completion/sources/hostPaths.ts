import type { ValueSource } from '../valueSource.ts';

const usual: readonly (readonly [string, string])[] = [
  ['/var/log', 'logs of the node and its pods'],
  ['/var/lib/docker/containers', 'container logs with Docker'],
  ['/var/lib/kubelet', 'the kubelet’s directory'],
  ['/var/lib/kubelet/plugins_registry', 'where CSI plugins register'],
  ['/var/lib/kubelet/device-plugins', 'where device plugins register'],
  ['/var/lib/kubelet/pods', 'volumes of the node’s pods'],
  ['/etc/cni/net.d', 'CNI configuration'],
  ['/opt/cni/bin', 'CNI binaries'],
  ['/run/containerd/containerd.sock', 'the container runtime'],
  ['/run/xtables.lock', 'the lock of iptables'],
  ['/lib/modules', 'kernel modules'],
  ['/sys/fs/bpf', 'the BPF file system'],
  ['/sys', 'sysfs'],
  ['/proc', 'procfs'],
  ['/dev', 'devices'],
  ['/', 'the whole node'],
  ['/etc/machine-id', 'the machine’s id'],
  ['/etc/os-release', 'the operating system'],
];

/** Paths of a node that DaemonSets mount. */
export const hostPaths: ValueSource = ({ type, field }) =>
  type === 'HostPathVolumeSource' && field === 'path' ? usual.map(([value, detail]) => ({ value, detail })) : [];
