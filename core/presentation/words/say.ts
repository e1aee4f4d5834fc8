import { spokenCount } from '../number.ts';
import { en, type WordKey, type Words } from './en.ts';

/** A piece of text; with a field path (`spec.updateStrategy.type`) it links to the manifest. */
export interface TextPart {
  readonly text: string;
  readonly path: string | null;
}

/** What is put into a text: a word, a number, a link, or a text in pieces of its own. */
export type WordValue = string | number | TextPart | readonly TextPart[];

/** The text of `key` with its values put in, in pieces, so that links keep their place. */
export function say(key: WordKey, values: Readonly<Record<string, WordValue>> = {}, words: Words = en): TextPart[] {
  return join(fill(words[key], values));
}

/** The same as one text. */
export function sayText(key: WordKey, values: Readonly<Record<string, WordValue>> = {}, words: Words = en): string {
  return plainText(say(key, values, words));
}

export function plainText(parts: readonly TextPart[]): string {
  return parts.map(part => part.text).join('');
}

/** A text that links to a field. */
export function link(text: string, path: string): TextPart {
  return { text, path };
}

/** Several texts as one, with a space between; empty ones leave none. */
export function sentences(...all: readonly (readonly TextPart[])[]): TextPart[] {
  const spoken = all.filter(parts => plainText(parts) !== '');
  return join(spoken.flatMap((parts, index) => (index === 0 ? parts : [{ text: ' ', path: null }, ...parts])));
}

/** Replaces `{…}`, also inside plural forms. */
function fill(template: string, values: Readonly<Record<string, WordValue>>): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (let open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
    const close = closingBrace(template, open);
    parts.push({ text: template.slice(from, open), path: null }, ...value(template.slice(open + 1, close), values));
    from = close + 1;
  }
  parts.push({ text: template.slice(from), path: null });
  return parts;
}

function closingBrace(template: string, open: number): number {
  let depth = 0;
  for (let i = open; i < template.length; i++) {
    if (template[i] === '{') depth++;
    else if (template[i] === '}' && --depth === 0) return i;
  }
  return template.length;
}

function value(inside: string, values: Readonly<Record<string, WordValue>>): TextPart[] {
  const bar = inside.indexOf('|');
  const name = bar < 0 ? inside : inside.slice(0, bar);
  const given = Object.hasOwn(values, name) ? values[name] : undefined;
  if (bar >= 0) return fill(pluralForm(inside.slice(bar + 1), Number(given ?? 0)), values);
  if (given === undefined) return [{ text: `{${name}}`, path: null }];
  if (typeof given === 'object') return 'text' in given ? [given] : [...given];
  return [{ text: typeof given === 'number' ? spokenCount(given) : given, path: null }];
}

/** The form for a number; bars inside braces do not part forms. */
function pluralForm(forms: string, count: number): string {
  let depth = 0;
  for (let i = 0; i < forms.length; i++) {
    if (forms[i] === '{') depth++;
    else if (forms[i] === '}') depth--;
    else if (forms[i] === '|' && depth === 0)
      return (count === 1 ? forms.slice(0, i) : forms.slice(i + 1)).replaceAll('#', spokenCount(count));
  }
  return forms.replaceAll('#', spokenCount(count));
}

/** Neighbouring pieces without a link become one. */
function join(parts: readonly TextPart[]): TextPart[] {
  const joined: TextPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.text === '') continue;
    if (last !== undefined && last.path === null && part.path === null)
      joined[joined.length - 1] = { text: last.text + part.text, path: null };
    else joined.push(part);
  }
  return joined;
}
