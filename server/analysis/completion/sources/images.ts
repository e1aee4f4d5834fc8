import { at } from '../../../../core/base/json.ts';
import type { ValueSource } from '../valueSource.ts';

/** Images that this workspace uses: those of other tags of a repository come along. The one that is being typed is none of them. */
export const imageNames: ValueSource = ({ type, field, path, manifest, images }) => {
  if (!(type === 'Container' && field === 'image') && !(type === 'ImageVolumeSource' && field === 'reference')) return [];
  const typed = at(manifest(), ...path);
  return images()
    .filter(value => value !== typed)
    .map(value => ({ value, detail: 'in this workspace', reference: true }));
};
