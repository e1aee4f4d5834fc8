import { exitCodes } from '../exitCodes.ts';
import type { Sink } from '../output/sink.ts';
import { findFiles } from './findFiles.ts';
import { writeReport } from './formats/formats.ts';
import { lookInParallel } from './lookInParallel.ts';
import { type RawOptions, readOptions } from './options.ts';

/**
 * Lints the DaemonSets below `paths` and says what it found. Gives the exit code. `script` is this program's file: with it, threads share the work on
 * many files.
 */
export async function lint(paths: readonly string[], raw: RawOptions, out: Sink, err: Sink, script?: string): Promise<number> {
  const options = readOptions(raw);
  const { format, maxWarnings } = options;
  const { diagnostics, files } = await lookInParallel(findFiles(paths.length === 0 ? ['.'] : paths), raw, options, script);
  out.write(writeReport(format, diagnostics, files));
  const warnings = diagnostics.filter(one => one.severity === 'warning').length;
  if (maxWarnings !== null && warnings > maxWarnings) {
    err.write(`${warnings} warnings, --max-warnings allows ${maxWarnings}.\n`);
    return exitCodes.findings;
  }
  return diagnostics.some(one => one.severity === 'error') ? exitCodes.findings : exitCodes.fine;
}
