import { byteLength, patternMessage, tooManyCharacters } from './messages.ts';

/** Rules for names out of DNS (apimachinery util/validation). Each returns the server's messages; none: valid. */

const label = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const subdomain = `${label}(\\.${label})*`;
const labelPattern = new RegExp(`^${label}$`);
const subdomainPattern = new RegExp(`^${subdomain}$`);
const underscored = '_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?(\\._?[a-z0-9]([-_a-z0-9]*[a-z0-9])?)*';
const underscoredPattern = new RegExp(`^${underscored}$`);
const label1035 = '[a-z]([-a-z0-9]*[a-z0-9])?';
const label1035Pattern = new RegExp(`^${label1035}$`);

const subdomainMessage = patternMessage(
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character",
  subdomain,
  'example.com',
);
const labelMessage = patternMessage(
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character",
  label,
  'my-name',
  '123-abc',
);
const underscoredMessage = patternMessage(
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.', and must start and end with an alphanumeric character",
  underscored,
  'example.com',
);
const label1035Message = patternMessage(
  "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character",
  label1035,
  'my-name',
  'abc-123',
);

/** `my-name`: at most 63 characters. A subdomain in its place is told to have no dots. */
export function dnsLabelProblems(text: string): string[] {
  const problems = lengthProblems(text, 63);
  if (!labelPattern.test(text)) problems.push(subdomainPattern.test(text) ? 'must not contain dots' : labelMessage);
  return problems;
}

/** `example.com`: at most 253 characters. The name of nearly every object. */
export function dnsSubdomainProblems(text: string): string[] {
  const problems = lengthProblems(text, 253);
  if (!subdomainPattern.test(text)) problems.push(subdomainMessage);
  return problems;
}

/** A DNS search domain: a subdomain that may have underscores. */
export function searchDomainProblems(text: string): string[] {
  const problems = lengthProblems(text, 253);
  if (!underscoredPattern.test(text)) problems.push(underscoredMessage);
  return problems;
}

/** `abc-123`, starting with a letter: the name of a Service. */
export function dns1035LabelProblems(text: string): string[] {
  const problems = lengthProblems(text, 63);
  if (!label1035Pattern.test(text)) problems.push(label1035Message);
  return problems;
}

/** `generateName`: a trailing dash is taken for a letter (MaskTrailingDash). */
export function maskTrailingDash(text: string): string {
  return text.length > 1 && text.endsWith('-') ? `${text.slice(0, -2)}a` : text;
}

function lengthProblems(text: string, limit: number): string[] {
  return byteLength(text) > limit ? [tooManyCharacters(limit)] : [];
}
