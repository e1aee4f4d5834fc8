import type { JsonObject } from '../../base/json.ts';
import type { FieldPath } from '../fieldError.ts';
import { child } from '../fieldPath.ts';
import { dnsSubdomainProblems } from '../names/dns.ts';
import { byteLength } from '../names/messages.ts';
import { has, objectOf, textOf } from './read.ts';
import { invalidWord, type Review } from './review.ts';

const specLimit = 64 * 1024;
const netBios = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/;
const dnsName = /^(([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])\.)*([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])$/;

/** windowsOptions of a pod's or container's securityContext (validateWindowsSecurityContextOptions). */
export function reviewWindowsOptions(review: Review, context: JsonObject, parent: FieldPath): void {
  const options = objectOf(context, 'windowsOptions');
  if (options === null) return;
  const path = child(parent, 'windowsOptions');
  if (has(options, 'gmsaCredentialSpecName')) {
    const name = textOf(options, 'gmsaCredentialSpecName');
    for (const problem of dnsSubdomainProblems(name)) invalidWord(review, child(path, 'gmsaCredentialSpecName'), name, problem);
  }
  if (has(options, 'gmsaCredentialSpec')) {
    const spec = textOf(options, 'gmsaCredentialSpec');
    const place = child(path, 'gmsaCredentialSpec');
    if (spec === '') invalidWord(review, place, spec, 'gmsaCredentialSpec cannot be an empty string');
    else if (byteLength(spec) > specLimit) invalidWord(review, place, spec, 'gmsaCredentialSpec size must be under 64 KiB');
  }
  if (has(options, 'runAsUserName')) {
    const name = textOf(options, 'runAsUserName');
    for (const problem of userProblems(name)) invalidWord(review, child(path, 'runAsUserName'), name, `runAsUserName${problem}`);
  }
}

function userProblems(name: string): string[] {
  if (name === '') return [' cannot be an empty string'];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  if (/[\u0000-\u001f\u007f]/.test(name)) return [' cannot contain control characters'];
  const parts = name.split('\\');
  if (parts.length > 2) return [' cannot contain more than one backslash'];
  const domain = parts.length === 2 ? domainProblems(parts[0] ?? '') : [];
  return [...domain, ...accountProblems(parts.at(-1) ?? '')];
}

function domainProblems(domain: string): string[] {
  const long = byteLength(domain) >= 256 ? ["'s Domain length must be under 256 characters"] : [];
  return dnsName.test(domain) || netBios.test(domain) ? long : [...long, "'s Domain doesn't match the NetBios nor the DNS format"];
}

function accountProblems(user: string): string[] {
  const problems: string[] = [];
  if (user === '') problems.push("'s User cannot be empty");
  else if (byteLength(user) > 104) problems.push("'s User length must not be longer than 104 characters");
  if (/^[. ]+$/.test(user)) problems.push("'s User cannot contain only periods or spaces");
  if (/["/\\:;|=,+*?<>@[\]]/.test(user)) problems.push(`'s User cannot contain the following characters: "/\\:;|=,+*?<>@[]`);
  return problems;
}
