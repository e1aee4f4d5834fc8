import { byteLength, patternMessage, tooManyCharacters } from './messages.ts';

/** Rules for environment variables, keys of ConfigMaps, header and port names. */

const envName = '[-._a-zA-Z][-._a-zA-Z0-9]*';
const envMessage = patternMessage(
  "a valid environment variable name must consist of alphabetic characters, digits, '_', '-', or '.', and must not start with a digit",
  envName,
  'my.env-name',
  'MY_ENV.NAME',
  'MyEnvName1',
);
const configKey = '[-._a-zA-Z0-9]+';
const configKeyMessage = patternMessage(
  "a valid config key must consist of alphanumeric characters, '-', '_' or '.'",
  configKey,
  'key.name',
  'KEY_NAME',
  'key-name',
);
const header = '[-A-Za-z0-9]+';
const headerMessage = patternMessage("a valid HTTP header must consist of alphanumeric characters or '-'", header, 'X-Header-Name');
const identifier = '[A-Za-z_][A-Za-z0-9_]*';
const identifierMessage = patternMessage(
  "a valid C identifier must start with alphabetic character or '_', followed by a string of alphanumeric characters or '_'",
  identifier,
  'my_name',
  'MY_NAME',
  'MyName',
);
const configKeyPattern = new RegExp(`^${configKey}$`);
const envPattern = new RegExp(`^${envName}$`);
const headerPattern = new RegExp(`^${header}$`);
const identifierPattern = new RegExp(`^${identifier}$`);

/** The name of an environment variable, as servers up to 1.31 want it. */
export function strictEnvNameProblems(text: string): string[] {
  return [...(envPattern.test(text) ? [] : [envMessage]), ...dotProblems(text)];
}

/** The name of an environment variable since 1.32: anything printable but `=` (RelaxedEnvironmentVariableValidation). */
export function envNameProblems(text: string): string[] {
  if (text === '') return ['environment variable name must be non-empty'];
  return /^[ -<>-~]+$/.test(text)
    ? []
    : ["a valid environment variable name must consist only of printable ASCII characters other than '='"];
}

/** A key of a ConfigMap or Secret. */
export function configMapKeyProblems(text: string): string[] {
  const problems = byteLength(text) > 253 ? [tooManyCharacters(253)] : [];
  if (!configKeyPattern.test(text)) problems.push(configKeyMessage);
  return [...problems, ...dotProblems(text)];
}

/** The name of an HTTP header of a probe or hook. */
export function headerNameProblems(text: string): string[] {
  return headerPattern.test(text) ? [] : [headerMessage];
}

/** A name of C: what environment variables once had to be. */
export function cIdentifierProblems(text: string): string[] {
  return identifierPattern.test(text) ? [] : [identifierMessage];
}

/** The name of a port: an IANA service name. */
export function portNameProblems(text: string): string[] {
  const problems: string[] = [];
  if (byteLength(text) > 15) problems.push(tooManyCharacters(15));
  if (!/^[-a-z0-9]+$/.test(text)) problems.push('must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)');
  if (!/[a-z]/.test(text)) problems.push('must contain at least one letter (a-z)');
  if (text.includes('--')) problems.push('must not contain consecutive hyphens');
  if (text.startsWith('-') || text.endsWith('-')) problems.push('must not begin or end with a hyphen');
  return problems;
}

/** Names that a file system would take for something else. */
function dotProblems(text: string): string[] {
  if (text === '.') return ["must not be '.'"];
  if (text === '..') return ["must not be '..'"];
  return text.startsWith('..') ? ["must not start with '..'"] : [];
}
