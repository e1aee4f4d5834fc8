/** A piece of a selector's text. Whether `in` is a word or an operator depends on where it stands: the parser decides. */
export interface SelectorToken {
  readonly kind: 'word' | 'symbol' | 'end';
  readonly text: string;
}

const symbols: readonly string[] = ['==', '!=', '=', '!', '(', ')', ',', '>', '<'];

/** The tokens of a selector's text, an `end` last (the lexer of apimachinery labels/selector.go). */
export function selectorTokens(text: string): readonly SelectorToken[] {
  const tokens: SelectorToken[] = [];
  let rest = text;
  for (;;) {
    rest = rest.replace(/^[ \t\r\n]+/, '');
    if (rest === '' || rest.startsWith('\0')) return [...tokens, { kind: 'end', text: '' }];
    const symbol = symbols.find(one => rest.startsWith(one));
    const word = symbol ?? /^[^ \t\r\n=!(),><]+/.exec(rest)?.[0] ?? rest;
    tokens.push({ kind: symbol === undefined ? 'word' : 'symbol', text: word });
    rest = rest.slice(word.length);
  }
}
