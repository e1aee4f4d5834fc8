import { type JsonObject, type JsonValue, member } from '../../../base/json.ts';
import type { FieldPath } from '../../fieldError.ts';
import { child } from '../../fieldPath.ts';
import { dnsSubdomainProblems } from '../../names/dns.ts';
import { reviewProjectedPath } from '../filePath.ts';
import { reviewLabelSelector } from '../labels.ts';
import { has, objectOf, objectsOf, textOf, textsOf } from '../read.ts';
import { invalid, type Review, required } from '../review.ts';
import { reviewSignerName } from '../signerName.ts';

/** Certificates of a ClusterTrustBundle as a file: by its name, or all of a signer. */
export function reviewTrustBundle(review: Review, bundle: JsonObject, path: FieldPath): void {
  const named = has(bundle, 'name');
  const signed = has(bundle, 'signerName');
  if (named && signed) invalid(review, path, inGoForm(bundle), 'only one of name and signerName may be used');
  else if (named) reviewName(review, bundle, path);
  else if (signed) reviewSigner(review, bundle, path);
  else required(review, path, 'either name or signerName must be specified');
  const file = textOf(bundle, 'path');
  if (file === '') required(review, child(path, 'path'));
  reviewProjectedPath(review, child(path, 'path'), file);
}

/** The name may begin with its signer's, colons for slashes. */
function reviewName(review: Review, bundle: JsonObject, path: FieldPath): void {
  const name = textOf(bundle, 'name');
  const place = child(path, 'name');
  if (name === '') required(review, place, 'must be a valid object name');
  for (const problem of dnsSubdomainProblems(name.slice(name.lastIndexOf(':') + 1)))
    invalid(review, place, name, `not a valid clustertrustbundlename: ${problem}`);
  if (has(bundle, 'labelSelector'))
    invalid(review, child(path, 'labelSelector'), selectorInGoOrder(bundle), 'labelSelector must be unset if name is specified');
}

function reviewSigner(review: Review, bundle: JsonObject, path: FieldPath): void {
  const signer = textOf(bundle, 'signerName');
  const place = child(path, 'signerName');
  if (signer === '') required(review, place, 'must be a valid signer name');
  reviewSignerName(review, signer, place);
  reviewLabelSelector(review, bundle, 'labelSelector', path);
}

function inGoForm(bundle: JsonObject): JsonValue {
  return {
    Name: member(bundle, 'name') ?? null,
    SignerName: member(bundle, 'signerName') ?? null,
    LabelSelector: has(bundle, 'labelSelector') ? selectorInGoOrder(bundle) : null,
    Optional: member(bundle, 'optional') ?? null,
    Path: textOf(bundle, 'path'),
    User: member(bundle, 'user') ?? null,
  };
}

function selectorInGoOrder(bundle: JsonObject): JsonValue {
  const selector = objectOf(bundle, 'labelSelector') ?? {};
  const labels = objectOf(selector, 'matchLabels') ?? {};
  const requirements = objectsOf(selector, 'matchExpressions').map(one => {
    const values = textsOf(one, 'values');
    return { key: textOf(one, 'key'), operator: textOf(one, 'operator'), ...(values.length > 0 && { values }) };
  });
  return {
    ...(Object.keys(labels).length > 0 && { matchLabels: labels }),
    ...(requirements.length > 0 && { matchExpressions: requirements }),
  };
}
