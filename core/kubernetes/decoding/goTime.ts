import { utf8Bytes } from '../../base/utf8.ts';

/** What Go's time.Parse says of a text that is no RFC 3339 time; null for one that is. */
export function timeProblem(text: string): string | null {
  let rest = text;
  const quoted = quote(text);
  const complain = (part: string, why?: string): string =>
    `parsing time ${quoted}${why ?? ` as "2006-01-02T15:04:05Z07:00": cannot parse ${quote(rest)} as ${quote(part)}`}`;
  for (const [part, pattern] of steps) {
    const match = pattern.exec(rest);
    if (match === null) return complain(part);
    rest = rest.slice(match[0].length);
  }
  if (rest !== '') return complain('', `: extra text: ${quote(rest)}`);
  const outside = outsideOf(text);
  return outside === null ? null : complain('', `: ${outside} out of range`);
}

const steps: readonly (readonly [string, RegExp])[] = [
  ['2006', /^\d{4}/],
  ['-', /^-/],
  ['01', /^\d{2}/],
  ['-', /^-/],
  ['02', /^\d{2}/],
  ['T', /^T/],
  ['15', /^\d{2}/],
  [':', /^:/],
  ['04', /^\d{2}/],
  [':', /^:/],
  ['05', /^\d{2}([.,]\d+)?/],
  ['Z07:00', /^(Z|[+-]\d{2}:\d{2})/],
];

function outsideOf(text: string): string | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = (text.match(/\d+/g) ?? []).map(Number);
  if (month < 1 || month > 12) return 'month';
  if (day < 1 || day > daysIn(month, year)) return 'day';
  if (hour > 23) return 'hour';
  return minute > 59 ? 'minute' : second > 59 ? 'second' : null;
}

function daysIn(month: number, year: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** As the package time quotes: bytes that are not ASCII one by one. */
function quote(text: string): string {
  let quoted = '"';
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    if (letter === '"' || letter === '\\') quoted += `\\${letter}`;
    else if (code >= 0x20 && code < 0x80) quoted += letter;
    else for (const byte of utf8Bytes(letter)) quoted += `\\x${byte.charCodeAt(0).toString(16).padStart(2, '0')}`;
  }
  return `${quoted}"`;
}
