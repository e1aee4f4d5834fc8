/** Where the key of a line ends that starts at `column`, and where its value starts; null when there is no key. */
export function keyEnd(text: string, column: number): { readonly key: number; readonly value: number } | null {
  const first = text[column];
  if (first === undefined || first === '#' || first === '[' || first === '{') return null;
  const from = first === '"' || first === "'" ? endOfQuoted(text, column) : column;
  const limit = commentStart(text, column);
  for (let at = text.indexOf(':', from); at >= 0 && at < limit; at = text.indexOf(':', at + 1)) {
    const next = text[at + 1];
    if (next !== undefined && !/\s/.test(next)) continue;
    const key = text.slice(0, at).trimEnd().length;
    const blank = /^\s*/.exec(text.slice(at + 1))?.[0].length ?? 0;
    return { key, value: at + 1 + blank };
  }
  return null;
}

/** Where a comment starts in a line, looking from `from` on; the line's length when there is none. A `#` counts after a blank and outside quotes. */
export function commentStart(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const char = text[at];
    if ((char === '"' || char === "'") && isTokenStart(text, at)) at = endOfQuoted(text, at);
    else if (char === '#' && (at === 0 || /\s/.test(text[at - 1] ?? ''))) return at;
    else at++;
  }
  return text.length;
}

/** Quotes open a scalar only where one can start, not in the middle of a word. */
function isTokenStart(text: string, at: number): boolean {
  return at === 0 || /[\s[{,:(-]/.test(text[at - 1] ?? '');
}

/** The offset behind the closing quote of the quoted scalar that starts at `start`; the end of the text when it is not closed. */
export function endOfQuoted(text: string, start: number): number {
  const quote = text[start];
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\' && quote === '"') at++;
    else if (text[at] === quote) {
      if (quote === "'" && text[at + 1] === "'") at++;
      else return at + 1;
    }
  }
  return text.length;
}

/**
 * The offset behind the bracket that closes the flow collection at `start`. One that is never closed ends before the first line that looks like block
 * YAML again (a key or dash at the start of a line that is not indented), or at the end of the text.
 */
export function endOfFlow(text: string, start: number): number {
  let open = '';
  const limit = startsLine(text, start) ? text.length : Math.min(text.length, start + longestFlow);
  for (let at = start; at < limit; at++) {
    const char = text[at];
    if (char === '[' || char === '{') open += char;
    else if (char === ']' || char === '}') {
      open = closeBracket(open, char);
      if (open === '') return at + 1;
    } else if ((char === '"' || char === "'") && isTokenStart(text, at)) at = endOfQuoted(text, at) - 1;
    else if (char === '#' && /\s/.test(text[at - 1] ?? ' ')) at = endOfLine(text, at) - 1;
  }
  return endOfOpenFlow(text, start);
}

/** The brackets that are still open behind a closing one: those it leaves unclosed inside it are closed with it; one that closes none counts for nothing. */
export function closeBracket(open: string, bracket: ']' | '}'): string {
  const at = open.lastIndexOf(bracket === ']' ? '[' : '{');
  return at < 0 ? open : open.slice(0, at);
}

/** Behind a key nobody writes more in brackets; without a limit, a file of open brackets would be read to its end for each of them. */
const longestFlow = 5_000;

function startsLine(text: string, at: number): boolean {
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, at).trim() === '';
}

/** An open bracket most likely is closed on its own line, were the user done typing. */
function endOfOpenFlow(text: string, start: number): number {
  return startsLine(text, start) ? text.length : endOfLine(text, start);
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
