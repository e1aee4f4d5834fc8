import type { ManifestInfo, ManifestParams, ManifestResult } from '../../core/protocol/lsp.ts';
import type { DaemonSetReport } from '../analysis/report.ts';
import type { AnalysisSettings } from '../analysis/settings.ts';
import { isComplete, lookFurther, type SourceFile } from '../analysis/sourceFile.ts';
import { shiftRange } from './convert.ts';
import { currentFile, type OpenFile } from './openFiles.ts';

interface PlacedDaemonSet {
  readonly startLine: number;
  readonly report: DaemonSetReport;
}

/** Answers which DaemonSet is meant. All documents of the file are looked at for that; null when there is no DaemonSet. */
export function findManifest(file: OpenFile, which: ManifestParams['which'], settings: AnalysisSettings): ManifestResult | null {
  file.source = lookAtAll(file, settings);
  const all = daemonSetsOf(file.source);
  const index = 'index' in which ? which.index : indexAt(all, which.position.line);
  const manifest = manifestAt(all, index);
  if (manifest === null) return null;
  return { version: file.version, manifest, all: all.map(({ report }) => ({ name: report.name, namespace: report.namespace })) };
}

/** The DaemonSet of that index, as far as the file has been looked at; null: there is none. */
export function manifestOf(source: SourceFile, index: number): ManifestInfo | null {
  return manifestAt(daemonSetsOf(source), index);
}

export function daemonSetsOf(source: SourceFile): readonly PlacedDaemonSet[] {
  return source.parts.flatMap(part => (part.report?.daemonSets ?? []).map(report => ({ startLine: part.chunk.startLine, report })));
}

/** The whole file, looked at. */
export function lookAtAll(file: OpenFile, settings: AnalysisSettings): SourceFile {
  const source = currentFile(file);
  return isComplete(source) ? source : lookFurther(source, file.focusLine, Number.POSITIVE_INFINITY, file.mode, settings);
}

/** The DaemonSet around a line, or the nearest above it, or the first. */
function indexAt(all: readonly PlacedDaemonSet[], line: number): number {
  const above = all.findLastIndex(({ startLine, report }) => startLine + report.range.start.line <= line);
  return Math.max(above, 0);
}

function manifestAt(all: readonly PlacedDaemonSet[], index: number): ManifestInfo | null {
  const found = all[index];
  if (found === undefined) return null;
  const { startLine, report } = found;
  const { name, namespace, problem } = report;
  return {
    index,
    name,
    namespace,
    range: shiftRange(report.range, startLine),
    object: problem === null ? report.object : null,
    problem: problem === null ? null : { message: problem.message, range: shiftRange(problem.range, startLine) },
    places: Object.fromEntries(Object.entries(report.places).map(([path, range]) => [path, shiftRange(range, startLine)])),
  };
}
