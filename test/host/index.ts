import fs from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import { tests } from './tests.ts';

/** What VS Code calls in its extension host: runs the host tests and rejects when one fails. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', color: false, reporter: 'spec', timeout: 60_000 });
  if (process.env.TEST_GREP) mocha.grep(process.env.TEST_GREP);
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  for (const define of tests) define();
  const stats = await new Promise<{ passed: number; failed: number; skipped: number }>(resolve => {
    const runner = mocha.run(() => {
      const { passes, failures, pending } = runner.stats ?? { passes: 0, failures: 1, pending: 0 };
      resolve({ passed: passes, failed: failures, skipped: pending });
    });
  });
  report(stats);
  if (stats.failed > 0) throw new Error(`${stats.failed} host tests failed`);
}

/** The whole run's closing line sums what each part writes here. */
function report(counts: { readonly passed: number; readonly failed: number; readonly skipped: number }): void {
  const file = process.env.TEST_COUNTS_FILE;
  if (!file) return;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(counts));
}
