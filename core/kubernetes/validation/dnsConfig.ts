import type { JsonObject } from '../../base/json.ts';
import type { FieldPath } from '../fieldError.ts';
import { child, indexed } from '../fieldPath.ts';
import { dnsSubdomainProblems, searchDomainProblems } from '../names/dns.ts';
import { hasLeadingZeros, isIpAddress, isMappedIpv4 } from '../names/ipAddress.ts';
import { atLeast } from '../versions.ts';
import { objectOf, objectsOf, textOf, textsOf } from './read.ts';
import { invalid, invalidEach, oneOfRequired, type Review, required } from './review.ts';

const badAddress = 'must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)';

/** dnsPolicy and dnsConfig (validatePodDNSConfig). */
export function reviewDns(review: Review, spec: JsonObject, parent: FieldPath): void {
  const policy = textOf(spec, 'dnsPolicy');
  oneOfRequired(review, child(parent, 'dnsPolicy'), policy, ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None']);
  const config = objectOf(spec, 'dnsConfig');
  const path = child(parent, 'dnsConfig');
  if (config === null) {
    if (policy === 'None') required(review, path, 'must provide `dnsConfig` when `dnsPolicy` is None');
  } else if (policy === 'None' && textsOf(config, 'nameservers').length === 0)
    required(review, child(path, 'nameservers'), 'must provide at least one DNS nameserver when `dnsPolicy` is None');
  else reviewConfig(review, config, path);
}

/** Lines of a pod's /etc/hosts. */
export function reviewHostAliases(review: Review, spec: JsonObject, parent: FieldPath): void {
  objectsOf(spec, 'hostAliases').forEach((alias, index) => {
    const at = indexed(child(parent, 'hostAliases'), index);
    // 1.29 leaves indexes out
    const exact = atLeast(review.version, '1.30');
    const place = exact ? at : child(parent, 'hostAliases');
    reviewAddress(review, textOf(alias, 'ip'), child(place, 'ip'), child(at, 'ip'));
    textsOf(alias, 'hostnames').forEach((name, which) => {
      const real = indexed(child(at, 'hostnames'), which);
      invalidEach(review, exact ? real : child(place, 'hostnames'), name, dnsSubdomainProblems(name), real);
    });
  });
}

function reviewConfig(review: Review, config: JsonObject, path: FieldPath): void {
  const servers = textsOf(config, 'nameservers');
  const searches = textsOf(config, 'searches');
  if (servers.length > 3) invalid(review, child(path, 'nameservers'), servers, 'must not have more than 3 nameservers');
  servers.forEach((server, index) => {
    reviewAddress(review, server, indexed(child(path, 'nameservers'), index));
  });
  if (searches.length > 32) invalid(review, child(path, 'searches'), searches, 'must not have more than 32 search paths');
  if (searches.join(' ').length > 2048)
    invalid(review, child(path, 'searches'), searches, 'must not have more than 2048 characters (including spaces) in the search list');
  searches.forEach((search, index) => {
    reviewSearch(review, search, indexed(child(path, 'searches'), index));
  });
  objectsOf(config, 'options').forEach((option, index) => {
    const place = indexed(child(path, 'options'), index);
    if (textOf(option, 'name') === '') required(review, place, 'must not be empty');
  });
}

/** Underscores and a lone dot are allowed since 1.33 (RelaxedDNSSearchValidation). */
function reviewSearch(review: Review, search: string, path: FieldPath): void {
  const relaxed = atLeast(review.version, '1.33');
  if (relaxed && search === '.') return;
  const name = search.endsWith('.') ? search.slice(0, -1) : search;
  invalidEach(review, path, name, relaxed ? searchDomainProblems(name) : dnsSubdomainProblems(name));
}

/** Forms that programs read differently are refused since 1.36 (StrictIPCIDRValidation). */
function reviewAddress(review: Review, address: string, path: FieldPath, at: FieldPath = path): void {
  const strict = atLeast(review.version, '1.36');
  if (!isIpAddress(address)) invalid(review, path, address, badAddress, at);
  else if (strict && hasLeadingZeros(address)) invalid(review, path, address, 'must not have leading 0s', at);
  else if (strict && isMappedIpv4(address)) invalid(review, path, address, 'must not be an IPv4-mapped IPv6 address', at);
}
