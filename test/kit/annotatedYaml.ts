/** A YAML text with what is expected of it written between its lines. */
export interface AnnotatedYaml {
  /** The text without its annotations. */
  readonly text: string;
  readonly expected: readonly Expectation[];
  /** Offsets of the cursors `┆`, which are no part of the text. */
  readonly cursors: readonly number[];
  /** Words of leading lines `#! word …`: how the text is to be read. */
  readonly options: readonly string[];
}

export interface Expectation {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly severity: string;
  readonly rule: string;
  /** Has to be part of the message. */
  readonly message: string;
}

/** `#   ^^^ error[rule] part of the message`: the carets stand below what is marked. `#^^^` marks from the first column on. */
const annotation = /^#(\s*)(\^+) (error|warning|hint)\[([\w-]+)\] ?(.*)$/;

export function readAnnotated(source: string): AnnotatedYaml {
  const kept: string[] = [];
  const expected: Expectation[] = [];
  const options: string[] = [];
  for (const line of source.split('\n')) {
    const found = annotation.exec(line);
    if (line.startsWith('#!')) options.push(...line.slice(2).trim().split(/\s+/));
    else if (found === null) kept.push(line);
    else expected.push(toExpectation(found, kept.length - 1));
  }
  return { ...takeCursors(kept.join('\n')), expected, options };
}

function toExpectation([, blank = '', carets = '', severity = '', rule = '', message = '']: RegExpExecArray, line: number): Expectation {
  const start = blank === '' ? 0 : 1 + blank.length;
  return { line, start, end: 1 + blank.length + carets.length, severity, rule, message: message.trim() };
}

function takeCursors(source: string): { text: string; cursors: number[] } {
  const [first = '', ...rest] = source.split('┆');
  const cursors: number[] = [];
  let text = first;
  for (const part of rest) {
    cursors.push(text.length);
    text += part;
  }
  return { text, cursors };
}

/** What was found at a place of a text. */
export interface Found {
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  readonly severity: string;
  readonly rule: string;
  readonly message: string;
}

/** Everything that is on one side only, one line each; empty when all is as expected. */
export function differences(expected: readonly Expectation[], found: readonly Found[]): readonly string[] {
  const open = [...found];
  const missing = expected.filter(one => {
    const index = open.findIndex(other => matches(one, other));
    if (index >= 0) open.splice(index, 1);
    return index < 0;
  });
  return [
    ...missing.map(one => `missing: line ${one.line + 1}, ${one.start}–${one.end} ${one.severity}[${one.rule}] ${one.message}`),
    ...open.map(one => `not expected: ${describe(one)}`),
  ];
}

function matches(one: Expectation, { range, severity, rule, message }: Found): boolean {
  const sameEnd = range.end.line > range.start.line || range.end.character === one.end;
  const samePlace = range.start.line === one.line && range.start.character === one.start && sameEnd;
  return samePlace && severity === one.severity && rule === one.rule && message.includes(one.message);
}

function describe({ range, severity, rule, message }: Found): string {
  return `line ${range.start.line + 1}, ${range.start.character}–${range.end.character} ${severity}[${rule}] ${message}`;
}
