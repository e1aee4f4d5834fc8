import fs from 'node:fs';
import { concernsUs } from '../../server/analysis/report.ts';
import { exitCodes } from '../exitCodes.ts';
import { readText } from '../input/readText.ts';
import type { Sink } from '../output/sink.ts';
import { WrongUse } from '../wrongUse.ts';
import type { LintDiagnostic } from './diagnostic.ts';
import { fileModeOf } from './fileMode.ts';
import { findFiles } from './findFiles.ts';
import { writeReport } from './formats/formats.ts';
import { fixText, lintText } from './lintText.ts';
import type { LintOptions } from './options.ts';

/** Lints the DaemonSets below `paths` and says what it found. Gives the exit code. */
export function lint(paths: readonly string[], options: LintOptions, out: Sink, err: Sink): number {
  const files = findFiles(paths.length === 0 ? ['.'] : paths);
  const diagnostics: LintDiagnostic[] = [];
  let looked = 0;
  for (const file of files) {
    const text = readText(file);
    if (!concernsUs(text)) continue;
    looked++;
    diagnostics.push(...lintFile(file, text, options));
  }
  out.write(writeReport(options.format, diagnostics, looked));
  const warnings = diagnostics.filter(one => one.severity === 'warning').length;
  if (options.maxWarnings !== null && warnings > options.maxWarnings) {
    err.write(`${warnings} warnings, --max-warnings allows ${options.maxWarnings}.\n`);
    return exitCodes.findings;
  }
  return diagnostics.some(one => one.severity === 'error') ? exitCodes.findings : exitCodes.fine;
}

function lintFile(file: string, text: string, options: LintOptions): readonly LintDiagnostic[] {
  const mode = fileModeOf(file, text);
  const settings = options.settingsFor(file);
  const fixed = options.fix ? fixText(text, mode, settings) : text;
  if (fixed !== text) save(file, fixed);
  return lintText(file, fixed, mode, settings);
}

function save(file: string, text: string): void {
  if (file === '-') throw new WrongUse('--fix needs a file: standard input cannot be written to.');
  fs.writeFileSync(file, text);
}
