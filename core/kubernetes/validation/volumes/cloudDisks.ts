import type { JsonObject } from '../../../base/json.ts';
import type { FieldPath } from '../../fieldError.ts';
import { child } from '../../fieldPath.ts';
import { outOfRange } from '../../names/messages.ts';
import { numberOf, textOf } from '../read.ts';
import { invalid, notSupportedText, oneOf, type Review, required } from '../review.ts';
import type { VolumeSource } from './volumeSource.ts';

/** A disk of AWS or Google: its name, and a partition. */
export function reviewDiskPartition(name: string): VolumeSource['review'] {
  return (review, source, path, at) => {
    if (textOf(source, name) === '') required(review, child(path, name), '', child(at, name));
    const partition = numberOf(source, 'partition');
    if (partition < 0 || partition > 255) invalid(review, child(path, 'partition'), partition, outOfRange(1, 255), child(at, 'partition'));
  };
}

const managedDisk = '/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}';
const blobDisk = 'https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd';

/** A disk of Azure: its address must fit its kind. */
export function reviewAzureDisk(review: Review, source: JsonObject, path: FieldPath): void {
  const uri = textOf(source, 'diskURI');
  const kind = textOf(source, 'kind');
  if (textOf(source, 'diskName') === '') required(review, child(path, 'diskName'));
  if (uri === '') required(review, child(path, 'diskURI'));
  oneOf(review, child(path, 'cachingMode'), textOf(source, 'cachingMode'), ['None', 'ReadOnly', 'ReadWrite']);
  oneOf(review, child(path, 'kind'), kind, ['Dedicated', 'Managed', 'Shared']);
  const managed = kind === 'Managed';
  if (!uri.startsWith(managed ? '/subscriptions/' : 'https://'))
    notSupportedText(review, child(path, 'diskURI'), uri, [managed ? managedDisk : blobDisk]);
}
