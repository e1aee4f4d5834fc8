import type { ValueSource } from '../valueSource.ts';
import { allContainers, textAt } from './podParts.ts';

/** Names of containers, where another field speaks of one; the DaemonSet's name, where a first container still needs one. */
export const containerNames: ValueSource = ({ type, field, path, manifest }) => {
  const inAnnotation = type === 'ObjectMeta' && path.at(-1) === 'kubectl.kubernetes.io/default-container';
  if (inAnnotation || (type === 'ResourceFieldSelector' && field === 'containerName')) {
    return allContainers(manifest()).flatMap(container => named(textAt(container, 'name'), 'a container of this pod'));
  }
  const wantsOwnName = (type === 'Container' && field === 'name') || (type === 'PodSpec' && field === 'serviceAccountName');
  return wantsOwnName ? named(textAt(manifest().metadata, 'name'), 'the name of this DaemonSet') : [];
};

function named(value: string, detail: string) {
  return value === '' ? [] : [{ value, detail, reference: true } as const];
}
