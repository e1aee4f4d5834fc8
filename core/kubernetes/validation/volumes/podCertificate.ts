import type { JsonObject } from '../../../base/json.ts';
import type { FieldPath } from '../../fieldError.ts';
import { child, keyed } from '../../fieldPath.ts';
import { qualifiedNameProblems } from '../../names/labels.ts';
import { reviewProjectedPath } from '../filePath.ts';
import { has, numberOf, pairsOf, textOf } from '../read.ts';
import { invalid, invalidEach, notSupportedText, type Review, required } from '../review.ts';
import { reviewSignerName } from '../signerName.ts';

const keyTypes: readonly string[] = ['RSA3072', 'RSA4096', 'ECDSAP256', 'ECDSAP384', 'ECDSAP521', 'ED25519'];

/** The fields that name a file. */
export const certificateFiles: readonly string[] = ['credentialBundlePath', 'keyPath', 'certificateChainPath'];

const shortest = 3600;
const longest = 7862400;
/** Kubernetes' own signers give certificates for a day. */
const longestOfKubernetes = 86400;

/** A certificate made for each pod, as files. */
export function reviewPodCertificate(review: Review, certificate: JsonObject, path: FieldPath): void {
  const keyType = textOf(certificate, 'keyType');
  const seconds = numberOf(certificate, 'maxExpirationSeconds');
  reviewSignerName(review, textOf(certificate, 'signerName'), child(path, 'signerName'));
  if (!keyTypes.includes(keyType)) notSupportedText(review, child(path, 'keyType'), keyType, keyTypes);
  if (has(certificate, 'maxExpirationSeconds')) {
    const place = child(path, 'maxExpirationSeconds');
    if (seconds < shortest) invalid(review, place, seconds, `if provided, maxExpirationSeconds must be >= ${shortest}`);
    const most = textOf(certificate, 'signerName').startsWith('kubernetes.io/') ? longestOfKubernetes : longest;
    if (seconds > most) invalid(review, place, seconds, `if provided, maxExpirationSeconds must be <= ${most}`);
  }
  reviewUserAnnotations(review, certificate, child(path, 'userAnnotations'));
  const files = certificateFiles.filter(field => textOf(certificate, field) !== '');
  for (const field of files) reviewProjectedPath(review, child(path, field), textOf(certificate, field));
  if (files.length === 0) required(review, path, 'specify at least one of credentialBundlePath, keyPath, and certificateChainPath');
}

/** What is told to the signer: annotations whose keys all have a domain. */
function reviewUserAnnotations(review: Review, certificate: JsonObject, path: FieldPath): void {
  for (const [key] of pairsOf(certificate, 'userAnnotations')) {
    const problems = qualifiedNameProblems(key.toLowerCase());
    const bare = problems.length === 0 && !key.includes('/') ? ['must be a domain-prefixed key (such as "acme.io/foo")'] : [];
    invalidEach(review, path, key.toLowerCase(), [...problems, ...bare], keyed(path, key));
  }
}
