import { suggest } from '../schema/suggest.ts';
import { ruleTexts } from './generated/ruleTexts.ts';

/** The document of a rule, or of a kind of refusal, as Markdown; null: nothing has that name. */
export function ruleDocument(name: string): string | null {
  if (Object.hasOwn(ruleTexts, name)) return ruleTexts[name] ?? null;
  const words = Object.hasOwn(refusals, name) ? refusals[name] : undefined;
  return words === undefined ? null : `# ${name}\n\n${words}\n\n${endings[name] ?? refused}`;
}

/** Whether it is one of our own rules, not a refusal by the API server. */
export function isRule(name: string): boolean {
  return Object.hasOwn(ruleTexts, name);
}

/** What to say of a name that nothing has, with the one it is nearly called; null: there is such a rule or refusal. */
export function unknownRule(name: string): string | null {
  if (ruleDocument(name) !== null) return null;
  const similar = suggest(name, [...Object.keys(ruleTexts), ...Object.keys(refusals)]);
  return `there is no rule ${name}${similar === null ? '' : `: did you mean ${similar}?`}`;
}

/** Its first paragraph: what a hover has room for. */
export function ruleSummary(name: string): string | null {
  return ruleDocument(name)?.split('\n\n')[1]?.replace(/\s+/g, ' ').trim() ?? null;
}

const refused =
  'The API server refuses the object: `kubectl apply` fails, and so does `kubectl apply --dry-run=server`. The message has the server’s own words and the path of the field.';

/** What the API server refuses, by the names that settings and suppressions use. */
const refusals: Readonly<Record<string, string>> = {
  'unknown-field':
    'No such field exists at this place, in this version of Kubernetes. Most often it is misspelt, in the wrong case, or indented too far or not far enough. kubectl refuses it as well; a server asked not to be strict would drop it without a word.',
  'duplicate-key':
    'A key is written twice in the same object. kubectl keeps the last one without a word before it sends the object; the server’s strict decoder refuses both.',
  'wrong-type':
    'The value is of another type than the field: a number or a boolean where a text belongs (put it in quotes), a single value where a list belongs, and so on.',
  'invalid-quantity':
    'A quantity is a number with an optional unit: `100m`, `0.5`, `64Mi`, `1Gi`. There is no blank between the two, and no `Mib`, `MB` or `GB`.',
  'invalid-time': 'A time is written as in RFC 3339: `2026-01-31T12:00:00Z`.',
  'required-field': 'A field is missing that the object cannot be without.',
  'invalid-value':
    'The value is of the right type but not allowed: a name with letters that names cannot have, a number out of its bounds, two fields that contradict each other.',
  'unsupported-value': 'The field takes one of a few words, and this is none of them. The case of letters counts.',
  'forbidden-field':
    'The field may not be set here: with the other fields as they are, in this kind of container, or in a DaemonSet at all.',
  'duplicate-value': 'The value must be there only once: the name of a container, of a volume, of a port.',
  'missing-reference': 'The name stands for something that is declared nowhere in the pod: a volume that is mounted, a claim that is used.',
  'too-long': 'The text is longer than the field may be.',
  'too-many': 'The list has more entries than it may have.',
  'unknown-kind': 'The API server has no such kind in this API version: a slip in `kind` or `apiVersion`, most likely.',
  'retired-api-version':
    'DaemonSets have been in `apps/v1` alone since Kubernetes 1.16: `extensions/v1beta1`, `apps/v1beta1` and `apps/v1beta2` are gone.',
  'yaml-syntax':
    'The text is no YAML that Kubernetes could read. Only the first break of a document’s structure is told: what follows it may mean something else than it seems to. Other documents of the file are checked all the same. This cannot be silenced.',
  'api-warning': 'The API server takes the object and answers with this warning, which kubectl prints.',
  'idle-suppression': 'A comment `# daemonscope-ignore RULE` silences nothing: the problem is gone, or the name has a slip in it.',
  scenario: 'A scenario file has a mistake: a field or an event that does not exist, or a value that makes no sense there.',
};

/** What follows, where it is not a refusal. */
const endings: Readonly<Record<string, string>> = {
  'api-warning': 'It can be silenced for one line with `# daemonscope-ignore api-warning`.',
  'idle-suppression': 'Remove the comment, or mend its name.',
  scenario: 'docs/scenarios.md of Daemonscope describes the format.',
};
