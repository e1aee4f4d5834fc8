import type { JsonObject } from '../../../base/json.ts';
import type { FieldPath } from '../../fieldError.ts';
import { child, keyed } from '../../fieldPath.ts';
import { dnsLabelProblems, dnsSubdomainProblems } from '../../names/dns.ts';
import { byteLength } from '../../names/messages.ts';
import { atLeast } from '../../versions.ts';
import { objectOf, pairsOf, textOf } from '../read.ts';
import { invalid, invalidEach, oneOfRequired, type Review, required, tooLong } from '../review.ts';

/** A volume of a CSI driver, inline. */
export function reviewCsi(review: Review, source: JsonObject, path: FieldPath): void {
  const driver = textOf(source, 'driver');
  const place = child(path, 'driver');
  if (driver === '') required(review, place);
  if (byteLength(driver) > 63) tooLong(review, place, driver, 63);
  // older servers tell twice of a driver that is not there
  if (driver !== '' || !atLeast(review.version, '1.35')) invalidEach(review, place, driver, dnsSubdomainProblems(driver.toLowerCase()));
  const secret = objectOf(source, 'nodePublishSecretRef');
  if (secret === null) return;
  const name = textOf(secret, 'name');
  if (name === '') required(review, child(path, 'nodePublishSecretRef', 'name'));
  else invalidEach(review, child(path, 'name'), name, dnsSubdomainProblems(name), child(path, 'nodePublishSecretRef', 'name'));
}

/** A volume of a driver on the node. */
export function reviewFlexVolume(review: Review, source: JsonObject, path: FieldPath): void {
  if (textOf(source, 'driver') === '') required(review, child(path, 'driver'));
  for (const [key] of pairsOf(source, 'options')) {
    const namespace = `.${(key.split('/')[0] ?? '').toLowerCase()}`;
    if (namespace.endsWith('.kubernetes.io') || namespace.endsWith('.k8s.io'))
      invalid(review, keyed(child(path, 'options'), key), key, 'kubernetes.io and k8s.io namespaces are reserved');
  }
}

/** A volume of StorageOS. */
export function reviewStorageOs(review: Review, source: JsonObject, path: FieldPath): void {
  const name = textOf(source, 'volumeName');
  const namespace = textOf(source, 'volumeNamespace');
  if (name === '') required(review, child(path, 'volumeName'));
  else invalidEach(review, child(path, 'volumeName'), name, dnsLabelProblems(name));
  if (namespace !== '') invalidEach(review, child(path, 'volumeNamespace'), namespace, dnsLabelProblems(namespace));
  const secret = objectOf(source, 'secretRef');
  if (secret !== null && textOf(secret, 'name') === '') required(review, child(path, 'secretRef', 'name'));
}

/** An image as a volume. Its reference must be there since 1.37. */
export function reviewImage(review: Review, source: JsonObject, path: FieldPath): void {
  if (textOf(source, 'reference') === '' && atLeast(review.version, '1.37')) required(review, child(path, 'reference'));
  oneOfRequired(review, child(path, 'pullPolicy'), textOf(source, 'pullPolicy'), ['Always', 'IfNotPresent', 'Never']);
}
