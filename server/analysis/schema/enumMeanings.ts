/** What the values of enumerations mean for someone who ships a DaemonSet, in our words. */
const meanings: { readonly [field: string]: { readonly [value: string]: string } } = {
  'DaemonSetUpdateStrategy.type': {
    RollingUpdate: 'An edit of the pod template replaces the pods by itself, node by node, within maxUnavailable or maxSurge.',
    OnDelete: 'An edit of the pod template changes nothing until someone deletes a pod: its successor then runs the new template.',
  },
  'Toleration.effect': {
    NoSchedule: 'Tolerates taints that keep new pods away.',
    PreferNoSchedule: 'Tolerates taints that the scheduler only tries to respect.',
    NoExecute: 'Tolerates taints that also evict running pods. DaemonSet pods get this for not-ready and unreachable by themselves.',
  },
  'Toleration.operator': {
    Exists: 'Matches any value of the key; without a key, every taint.',
    Equal: 'Matches only the given value. The default.',
    Lt: 'Matches a numeric taint value that is less than the given one.',
    Gt: 'Matches a numeric taint value that is greater than the given one.',
  },
  'PodSpec.dnsPolicy': {
    ClusterFirst: 'Cluster names first, then the node’s resolvers. With hostNetwork it behaves as Default.',
    ClusterFirstWithHostNet: 'Cluster names also for pods with hostNetwork.',
    Default: 'The node’s own resolvers. Not the default, in spite of its name.',
    None: 'Only what dnsConfig says.',
  },
  'Container.imagePullPolicy': {
    Always: 'Asks the registry at each start. The default for :latest and for images without a tag.',
    IfNotPresent: 'Pulls only what the node lacks. The default for images with a tag or digest.',
    Never: 'Uses only what the node has; else the pod fails with ErrImageNeverPull.',
  },
  'HostPathVolumeSource.type': {
    '': 'No check before mounting.',
    Directory: 'A directory must be there.',
    DirectoryOrCreate: 'An empty directory is made where none is.',
    File: 'A file must be there.',
    FileOrCreate: 'An empty file is made where none is.',
    Socket: 'A UNIX socket must be there.',
    CharDevice: 'A character device must be there.',
    BlockDevice: 'A block device must be there.',
  },
  'VolumeMount.mountPropagation': {
    None: 'Mounts made later on the node are not seen in the container, nor the other way round.',
    HostToContainer: 'Mounts made later on the node are seen in the container.',
    Bidirectional: 'Both ways; needs a privileged container. What CSI drivers use.',
  },
};

/** One sentence on an enumeration's value; null where there is none. */
export function enumMeaning(type: string, field: string, value: string): string | null {
  const own = meanings[`${type}.${field}`];
  return own !== undefined && Object.hasOwn(own, value) ? (own[value] ?? null) : null;
}
