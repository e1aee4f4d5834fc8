import type { ValueSource } from '../valueSource.ts';
import { podList, textAt } from './podParts.ts';

/** For a container's claim: the claims of the pod. */
export const claimNames: ValueSource = ({ type, field, manifest }) => {
  if (type !== 'ResourceClaim' || field !== 'name') return [];
  return podList(manifest(), 'resourceClaims')
    .map(claim => textAt(claim, 'name'))
    .filter(name => name !== '')
    .map(value => ({ value, detail: 'a claim of this pod', reference: true }));
};
