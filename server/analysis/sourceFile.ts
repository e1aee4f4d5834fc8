import type { Chunk } from './document/split.ts';
import { concernsUs, emptyReport, type Report, reportOn } from './report.ts';
import type { AnalysisSettings, FileMode } from './settings.ts';

/** A text file as a row of YAML documents, each with its report as soon as it has been looked at. A value: an edit gives a new one. */
export interface SourceFile {
  readonly parts: readonly Part[];
}

export interface Part {
  readonly chunk: Chunk;
  /** null: still to be looked at. */
  readonly report: Report | null;
}

export function openFile(chunks: readonly Chunk[]): SourceFile {
  return { parts: chunks.map(fresh) };
}

/** A file after an edit, and the line at which the first edited document starts. */
export interface EditedFile {
  readonly file: SourceFile;
  readonly editedLine: number;
}

/** Documents before and after the edited ones keep their reports, wherever they have moved. */
export function editFile(file: SourceFile, chunks: readonly Chunk[]): EditedFile {
  const before = file.parts;
  const most = Math.min(chunks.length, before.length);
  let head = 0;
  while (head < most && chunks[head]?.text === before[head]?.chunk.text) head++;
  let tail = 0;
  while (tail < most - head && chunks.at(-1 - tail)?.text === before.at(-1 - tail)?.chunk.text) tail++;
  const kept = (index: number): Report | null => {
    if (index < head) return before[index]?.report ?? null;
    return index >= chunks.length - tail ? (before[index - chunks.length + before.length]?.report ?? null) : null;
  };
  const parts = chunks.map((chunk, index) => ({ chunk, report: kept(index) ?? fresh(chunk).report }));
  return { file: { parts }, editedLine: chunks[Math.min(head, chunks.length - 1)]?.startLine ?? 0 };
}

/** The same file with nothing looked at yet: settings have changed. */
export function forgetReports(file: SourceFile): SourceFile {
  return { parts: file.parts.map(part => fresh(part.chunk)) };
}

export function isComplete(file: SourceFile): boolean {
  return file.parts.every(part => part.report !== null);
}

/**
 * Looks at documents that have no report yet, at least one, until `budget` characters are read; those nearest to line `from` first. Gives the file
 * with these reports added.
 */
export function lookFurther(file: SourceFile, from: number, budget: number, mode: FileMode, settings: AnalysisSettings): SourceFile {
  const here = partAt(file, from);
  const far = (part: Part): number => (part === here ? -1 : distance(part.chunk, from));
  const todo = file.parts.filter(part => part.report === null).sort((a, b) => far(a) - far(b));
  const chosen = new Map<Part, Report>();
  let spent = 0;
  for (const part of todo) {
    if (spent >= budget) break;
    chosen.set(part, reportOn(part.chunk.text, mode, settings));
    spent += part.chunk.text.length;
  }
  return chosen.size === 0 ? file : { parts: file.parts.map(part => ({ chunk: part.chunk, report: chosen.get(part) ?? part.report })) };
}

/** The file with nothing said of what has not been looked at: looking at it has failed, and would again. */
export function giveUp(file: SourceFile): SourceFile {
  return { parts: file.parts.map(part => ({ chunk: part.chunk, report: part.report ?? emptyReport })) };
}

/** The document that holds a line; the last one for lines past the end. */
export function partAt(file: SourceFile, line: number): Part | undefined {
  return file.parts.findLast(part => part.chunk.startLine <= line);
}

/** A document that is none of our business needs no look. */
function fresh(chunk: Chunk): Part {
  return { chunk, report: concernsUs(chunk.text) ? null : emptyReport };
}

/** Lines between a document's start and `line`. */
function distance(chunk: Chunk, line: number): number {
  return chunk.startLine > line ? chunk.startLine - line : line - chunk.startLine;
}
