import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bundleServer } from '../lsp/client.ts';
import { longFile } from './kit/longFile.ts';
import { memoryOfManyEdits } from './kit/manyEdits.ts';
import { median, type Row, report, row } from './kit/measure.ts';
import { ourServer, p99, session } from './kit/typing.ts';

/** How soon a mistake is told while one writes in a file of 10,000 lines, what a long hour of writing leaves in memory, and the command on many files. */
async function measure(): Promise<readonly Row[]> {
  const bundle = await bundleServer();
  try {
    const long = await session(ourServer(bundle), 161);
    const short = await session(ourServer(bundle), 1);
    return [
      row('first diagnostics, 10,000 lines', long.firstDiagnostics, 'ms', 300),
      row('edit → diagnostics, 10,000 lines, p50', median(long.diagnostics), 'ms', 50),
      row('… p99', p99(long.diagnostics), 'ms', 50),
      row('edit → diagnostics, 60 lines, p50', median(short.diagnostics), 'ms', 50),
      row('… how many times as much with 160 other documents', median(long.diagnostics) / median(short.diagnostics), '×', 2),
      ...lintRows(),
      ...(await memoryOfManyEdits(bundle)),
    ];
  } finally {
    fs.rmSync(path.dirname(bundle), { recursive: true });
  }
}

const files = 1_000;

/** The command on 1,000 files of a DaemonSet each: the wall clock, as a pipeline waits for it. */
function lintRows(): readonly Row[] {
  const command = path.join(String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT), 'dist', 'cli.js');
  if (!fs.existsSync(command)) {
    console.error('There is no dist/cli.js: npm run build first, to measure the command, too.');
    return [];
  }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'daemonscope-bench-'));
  const manifests = longFile(files).text.split('---\n');
  for (const [index, text] of manifests.entries()) fs.writeFileSync(path.join(folder, `${index}.yaml`), text);
  const times = [1, 2, 3].map(() => {
    const begin = performance.now();
    const { stdout } = spawnSync(process.execPath, [command, 'lint', folder], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    if (!stdout.includes('minReadySecond')) throw new Error(`the command did not find the mistake:\n${stdout.slice(0, 500)}`);
    return performance.now() - begin;
  });
  fs.rmSync(folder, { recursive: true });
  return [row(`lint of ${files.toLocaleString('en')} files`, median(times), 'ms', 3_000)];
}

report(await measure());
