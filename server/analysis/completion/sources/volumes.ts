import type { ValueSource } from '../valueSource.ts';
import { allContainers, listAt, podList, textAt } from './podParts.ts';

/** For a mount: the pod's volumes. */
export const volumeNames: ValueSource = ({ type, field, manifest }) => {
  if (!(type === 'VolumeMount' && field === 'name') && !(type === 'VolumeDevice' && field === 'name')) return [];
  return podList(manifest(), 'volumes').flatMap(volume => {
    const value = textAt(volume, 'name');
    const source = typeof volume === 'object' && volume !== null ? (Object.keys(volume).find(key => key !== 'name') ?? '') : '';
    return value === '' ? [] : [{ value, detail: source, reference: true }];
  });
};

/** For a volume: names that containers mount and no volume has yet. */
export const mountedVolumes: ValueSource = ({ type, field, manifest }) => {
  if (type !== 'Volume' || field !== 'name') return [];
  const pod = manifest();
  const declared = podList(pod, 'volumes').map(volume => textAt(volume, 'name'));
  const mounted = allContainers(pod).flatMap(container => listAt(container, 'volumeMounts').map(mount => textAt(mount, 'name')));
  const missing = [...new Set(mounted)].filter(name => name !== '' && !declared.includes(name));
  return missing.map(value => ({ value, detail: 'mounted, not declared', reference: true }));
};
