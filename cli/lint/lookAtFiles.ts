import fs from 'node:fs';
import { concernsUs } from '../../server/analysis/report.ts';
import { readText } from '../input/readText.ts';
import { WrongUse } from '../wrongUse.ts';
import type { LintDiagnostic } from './diagnostic.ts';
import { fileModeOf } from './fileMode.ts';
import { fixText, lintText } from './lintText.ts';
import type { LintOptions } from './options.ts';

/** What files hold. */
export interface Looked {
  /** How many of them speak of a DaemonSet. */
  readonly files: number;
  readonly diagnostics: readonly LintDiagnostic[];
}

/** Lints files one after the other; with `fix`, mends them in place first. */
export function lookAtFiles(files: readonly string[], options: LintOptions): Looked {
  const diagnostics: LintDiagnostic[] = [];
  let looked = 0;
  for (const file of files) {
    const text = readText(file);
    if (!concernsUs(text)) continue;
    looked++;
    diagnostics.push(...lintFile(file, text, options));
  }
  return { files: looked, diagnostics };
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
