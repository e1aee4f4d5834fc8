import { child } from '../../fieldPath.ts';
import { has, objectOf, textOf, textsOf } from '../read.ts';
import { required } from '../review.ts';
import type { VolumeSource } from './volumeSource.ts';

/** A volume whose texts must not be empty. `secretRef.name`: only where there is a secretRef. */
export function requires(...fields: readonly string[]): VolumeSource['review'] {
  return (review, source, path) => {
    for (const field of fields) {
      const [owner = '', inner] = field.split('.');
      const object = inner === undefined ? source : objectOf(source, owner);
      if (object !== null && textOf(object, inner ?? owner) === '') required(review, child(path, ...field.split('.')));
    }
  };
}

/** A volume with a list that must not be empty, and texts that must not be either. */
export function requiresList(list: string, ...fields: readonly string[]): VolumeSource['review'] {
  return (review, source, path, at, volume) => {
    if (!has(source, list) || textsOf(source, list).length === 0) required(review, child(path, list));
    requires(...fields)(review, source, path, at, volume);
  };
}
