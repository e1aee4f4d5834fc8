/** Lines of a file that an editor can hide, all but the first. Line numbers from 0, `end` included. */
export interface Fold {
  readonly start: number;
  readonly end: number;
  readonly kind: 'block' | 'comment' | 'region';
}

/**
 * What of a YAML or JSON text can be folded: documents, blocks by their indentation, rows of comments, `#region`. An editor that is answered here
 * folds by nothing else, so every document of a file is served, whatever it holds. Time grows with the text alone; of too many folds the outermost
 * `most` are given.
 */
export function foldsOf(text: string, most: number): readonly Fold[] {
  const lines = text.split(/\r\n|\n|\r/).map(describeLine);
  const nested = [...documentFolds(lines), ...blockFolds(lines), ...regionFolds(lines)];
  return [...outermost(nested, most), ...commentFolds(lines)]
    .slice(0, most)
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map(({ start, end, kind }) => ({ start, end, kind }));
}

interface Line {
  readonly kind: 'blank' | 'comment' | 'marker' | 'regionStart' | 'regionEnd' | 'content';
  readonly indent: number;
  readonly dash: boolean;
}

interface NestedFold extends Fold {
  readonly depth: number;
}

function describeLine(line: string): Line {
  const indent = line.length - line.trimStart().length;
  const rest = line.slice(indent);
  return { kind: kindOf(rest, indent), indent, dash: /^-(\s|$)/.test(rest) };
}

function kindOf(rest: string, indent: number): Line['kind'] {
  if (rest === '') return 'blank';
  if (/^#\s*region\b/.test(rest)) return 'regionStart';
  if (/^#\s*endregion\b/.test(rest)) return 'regionEnd';
  if (rest.startsWith('#')) return 'comment';
  return indent === 0 && /^(?:---|\.\.\.)(?=\s|$)/.test(rest) ? 'marker' : 'content';
}

/** A document folds below its `---`; the first one, that may have none, by its blocks only. */
function documentFolds(lines: readonly Line[]): readonly NestedFold[] {
  const markers = lines.flatMap((line, at) => (line.kind === 'marker' ? [at] : []));
  return markers.flatMap((start, index) => {
    const end = lastContent(lines, start, (markers[index + 1] ?? lines.length) - 1);
    return end > start ? [{ start, end, kind: 'block' as const, depth: 0 }] : [];
  });
}

interface Open {
  readonly at: number;
  readonly level: number;
}

/** Each line with deeper ones behind it. The entries of a list may stand at the column of its key and yet lie inside it. */
function blockFolds(lines: readonly Line[]): readonly NestedFold[] {
  const folds: NestedFold[] = [];
  const open: Open[] = [];
  let last = 0;
  const close = (level: number): void => {
    while ((open.at(-1)?.level ?? -1) >= level) {
      const { at } = open.pop() ?? { at: last };
      if (last > at) folds.push({ start: at, end: last, kind: 'block', depth: open.length + 1 });
    }
  };
  lines.forEach((line, at) => {
    if (line.kind === 'marker') close(0);
    if (line.kind !== 'content') return;
    const level = line.indent * 2 + (line.dash ? 1 : 0);
    close(level);
    open.push({ at, level });
    last = at;
  });
  close(0);
  return folds;
}

function commentFolds(lines: readonly Line[]): readonly Fold[] {
  const folds: Fold[] = [];
  for (let start = 0; start < lines.length; start++) {
    let end = start;
    while (lines[start]?.kind === 'comment' && lines[end + 1]?.kind === 'comment') end++;
    if (end > start) folds.push({ start, end, kind: 'comment' });
    start = end;
  }
  return folds;
}

function regionFolds(lines: readonly Line[]): readonly NestedFold[] {
  const folds: NestedFold[] = [];
  const open: number[] = [];
  lines.forEach((line, at) => {
    if (line.kind === 'regionStart') open.push(at);
    const start = line.kind === 'regionEnd' ? open.pop() : undefined;
    if (start !== undefined) folds.push({ start, end: at, kind: 'region', depth: 0 });
  });
  return folds;
}

function outermost(folds: readonly NestedFold[], most: number): readonly NestedFold[] {
  return folds.length <= most ? folds : [...folds].sort((a, b) => a.depth - b.depth || a.start - b.start).slice(0, most);
}

/** The last line with content of some; `from` when there is none. */
function lastContent(lines: readonly Line[], from: number, to: number): number {
  for (let at = to; at > from; at--) if (lines[at]?.kind === 'content') return at;
  return from;
}
