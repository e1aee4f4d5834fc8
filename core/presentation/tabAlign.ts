import { pad, textWidth } from './table.ts';

/**
 * Aligns tab-separated text as `kubectl describe` does: a cell ends at a tab, a column is a run of lines that have that cell, and
 * it is as wide as its widest cell and two spaces (Go text/tabwriter with padding 2). What follows the last tab of a line is no cell.
 */
export function alignTabs(text: string): string {
  const lines = text.split('\n').map(line => line.split('\t'));
  const widths = lines.map(() => [] as number[]);
  for (let start = 0; start < lines.length; start++) fitBlock(lines, widths, start, 0);
  return lines
    .map((cells, row) => cells.map((cell, i) => pad(cell, i < cells.length - 1 ? (widths[row]?.[i] ?? 0) : 0)).join(''))
    .join('\n');
}

/** Sets the width of column `column` for the run of lines that begins at `start`, unless an earlier line began it. */
function fitBlock(lines: readonly string[][], widths: number[][], start: number, column: number): void {
  if (!hasCell(lines[start], column) || widths[start]?.[column] !== undefined) return;
  let end = start;
  let width = 0;
  while (hasCell(lines[end], column)) width = Math.max(width, textWidth(lines[end++]?.[column] ?? '') + 2);
  for (let row = start; row < end; row++) {
    const line = widths[row];
    if (line !== undefined) line[column] = width;
  }
  for (let row = start; row < end; row++) fitBlock(lines, widths, row, column + 1);
}

function hasCell(line: readonly string[] | undefined, column: number): boolean {
  return line !== undefined && column < line.length - 1;
}
