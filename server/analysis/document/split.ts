/** The text of one YAML document of a file, with its separator line. */
export interface Chunk {
  /** Offset of its first character in the file. */
  readonly start: number;
  /** Number of its first line in the file, from 0. */
  readonly startLine: number;
  readonly text: string;
}

/**
 * Takes a file apart at its document markers. A line that begins with `---` (or ends a document with `...`) is a marker wherever it stands: YAML
 * allows no content that looks like one, not even in a block scalar, so no parsing is needed. There is always at least one document.
 */
export function splitDocuments(text: string): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let start = 0;
  let startLine = 0;
  const cut = (end: number): void => {
    if (end <= start) return;
    const piece = text.slice(start, end);
    chunks.push({ start, startLine, text: piece });
    startLine += countLineBreaks(piece);
    start = end;
  };
  for (const found of text.matchAll(marker)) {
    // `---` opens the document that follows; what stands after a line `...` is the next one.
    cut(found[0] === '---' ? found.index : afterLine(text, found.index));
  }
  cut(text.length);
  return chunks.length > 0 ? chunks : [{ start: 0, startLine: 0, text: '' }];
}

/** At the start of a line as LSP counts them: not behind a separator of other scripts (U+2028), which `^` would take for one too. */
const marker = /(?<![^\n\r])(?:---|\.\.\.)(?=\s|$)/g;

function afterLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** Line breaks in a text: LF, CRLF or CR, as in LSP. */
export function countLineBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return /\r(?!\n)/.test(text) ? (text.match(/\r\n|\n|\r/g)?.length ?? 0) : count;
}
