import type { ValueSource } from '../valueSource.ts';

/** Images that this workspace uses: those of other tags of a repository come along. */
export const imageNames: ValueSource = ({ type, field, images }) =>
  (type === 'Container' && field === 'image') || (type === 'ImageVolumeSource' && field === 'reference')
    ? images().map(value => ({ value, detail: 'in this workspace', reference: true }))
    : [];
