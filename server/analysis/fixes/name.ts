import type { Situation } from '../diagnostics/situation.ts';
import type { Fix } from '../finding.ts';

/** How a kind of name may look, by what the API server says of one that does not. */
interface NameForm {
  readonly words: RegExp;
  readonly lower: boolean;
  /** What may be inside it, as in a character class. */
  readonly inside: string;
  readonly longest: number;
}

const forms: readonly NameForm[] = [
  { words: /RFC 1123 subdomain/, lower: true, inside: 'a-z0-9.-', longest: 253 },
  { words: /RFC 1123 label|must not contain dots|must be no more than 63 characters/, lower: true, inside: 'a-z0-9-', longest: 63 },
  {
    words: /must contain only alpha-numeric|must be no more than 15 characters|begin or end with a hyphen/,
    lower: true,
    inside: 'a-z0-9-',
    longest: 15,
  },
  { words: /a valid label must be|must be no more than 63 bytes/, lower: false, inside: 'A-Za-z0-9._-', longest: 63 },
];

/** For a name that names cannot be: the nearest one that can. It is the obvious one if only case, blanks and underscores were in the way. */
export function nameFixes({ error, place }: Situation): readonly Fix[] {
  if (error.type !== 'FieldValueInvalid' || typeof error.value !== 'string' || place.node.kind !== 'scalar') return [];
  if (place.node.text !== error.value) return [];
  const form = forms.find(one => one.words.test(error.message));
  const name = form === undefined ? '' : nearestName(error.value, form);
  const path = /must be a relative path/.test(error.message) ? error.value.replace(/^\/+/, '') : name;
  if (path === '' || path === error.value) return [];
  const preferred = simplified(path) === simplified(error.value);
  return [{ title: `Change to ${path}`, preferred, edits: [{ span: place.node.span, newText: quoted(path) }] }];
}

function nearestName(written: string, { lower, inside, longest }: NameForm): string {
  const cased = lower ? written.toLowerCase() : written;
  return trimEnds(trimEnds(cased.replace(new RegExp(`[^${inside}]+`, 'g'), '-')).slice(0, longest));
}

function trimEnds(name: string): string {
  return name.replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '');
}

function simplified(name: string): string {
  return name.toLowerCase().replace(/[\s_/-]+/g, '');
}

/** YAML would read some names as something else. */
function quoted(name: string): string {
  return /^[A-Za-z][\w.-]*$/.test(name) && !/^(y|n|yes|no|on|off|true|false|null)$/i.test(name) ? name : JSON.stringify(name);
}
