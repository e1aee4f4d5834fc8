import { at } from '../../../../core/base/json.ts';
import type { ValueSource } from '../valueSource.ts';
import { podList, textAt } from './podParts.ts';

/** For a mount: where the path of the node that its volume holds is usually mounted; for other volumes, the usual places. */
export const mountPaths: ValueSource = ({ type, field, path, manifest }) => {
  if (type !== 'VolumeMount' || field !== 'mountPath') return [];
  const name = textAt(at(manifest(), ...path.slice(0, -1)), 'name');
  const volume = podList(manifest(), 'volumes').find(one => name !== '' && textAt(one, 'name') === name);
  const hostPath = textAt(at(volume, 'hostPath'), 'path');
  if (hostPath === '') return name === '' ? [] : [{ value: `/etc/${name}` }, { value: `/var/run/${name}` }];
  const inHost = hostPath === '/' ? '/host' : `/host${hostPath}`;
  return hostPath === '/' ? [{ value: inHost }] : [{ value: hostPath, detail: 'as on the node' }, { value: inHost }];
};
