import { dnsSubdomainProblems } from './dns.ts';
import { byteLength, patternMessage, tooManyBytes } from './messages.ts';

/** Rules for label keys and values (apimachinery content and util/validation). */

const name = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const namePattern = new RegExp(`^${name}$`);
const valuePattern = new RegExp(`^(${name})?$`);
const nameRule = "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";
const nameMessage = patternMessage(nameRule, name, 'MyName', 'my.name', '123-abc');
const valueMessage = patternMessage(
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character",
  `(${name})?`,
  'MyValue',
  'my_value',
  '12345',
);

/** What a label key, a resource, a condition is called: `name` or `example.com/name`. */
export function qualifiedNameProblems(text: string): string[] {
  const parts = text.split('/');
  if (parts.length > 2)
    return [`a valid label key ${nameMessage} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`];
  const prefix = parts.length === 2 ? parts[0] : undefined;
  const own = parts[parts.length - 1] ?? '';
  return [...(prefix === undefined ? [] : prefixProblems(prefix)), ...namePartProblems(own)];
}

/** A label's value: may be empty, at most 63 bytes. */
export function labelValueProblems(text: string): string[] {
  const problems = byteLength(text) > 63 ? [tooManyBytes(63)] : [];
  if (!valuePattern.test(text)) problems.push(valueMessage);
  return problems;
}

function prefixProblems(prefix: string): string[] {
  if (prefix === '') return ['prefix part must be non-empty'];
  return dnsSubdomainProblems(prefix).map(problem => `prefix part ${problem.replace(/characters$/, 'bytes')}`);
}

function namePartProblems(own: string): string[] {
  const problems: string[] = [];
  if (own === '') problems.push('name part must be non-empty');
  else if (byteLength(own) > 63) problems.push(`name part ${tooManyBytes(63)}`);
  if (!namePattern.test(own)) problems.push(`name part ${nameMessage}`);
  return problems;
}
