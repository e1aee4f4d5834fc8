import type { JsonObject } from '../../base/json.ts';
import type { FieldPath } from '../fieldError.ts';
import { child, indexed } from '../fieldPath.ts';
import { goQuote } from '../goText.ts';
import { canonicalAddress, hasLeadingZeros, isMappedIpv4 } from '../names/ipAddress.ts';
import { objectsOf, partOf, textOf, textsOf } from '../validation/read.ts';
import { atLeast } from '../versions.ts';
import { type WarningReview, warn } from './warn.ts';

/** Addresses in a form that other programs read otherwise, or write otherwise (GetWarningsForIP, since 1.33). */
export function warnOfAddresses(review: WarningReview, spec: JsonObject, path: FieldPath): void {
  if (!atLeast(review.version, '1.33')) return;
  textsOf(partOf(spec, 'dnsConfig'), 'nameservers').forEach((address, index) => {
    warnOfAddress(review, address, indexed(child(path, 'dnsConfig', 'nameservers'), index));
  });
  objectsOf(spec, 'hostAliases').forEach((alias, index) => {
    warnOfAddress(review, textOf(alias, 'ip'), child(indexed(child(path, 'hostAliases'), index), 'ip'));
  });
}

function warnOfAddress(review: WarningReview, address: string, path: FieldPath): void {
  const canonical = canonicalAddress(address);
  if (hasLeadingZeros(address) || isMappedIpv4(address))
    warn(review, path, `non-standard IP address ${goQuote(address)} is invalid: use ${goQuote(canonical)}`);
  else if (address.includes(':') && canonical !== address)
    warn(review, path, `IPv6 address ${goQuote(address)} should be in RFC 5952 canonical format (${goQuote(canonical)})`);
}
