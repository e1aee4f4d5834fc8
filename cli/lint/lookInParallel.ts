import fs from 'node:fs';
import os from 'node:os';
import { Worker } from 'node:worker_threads';
import { WrongUse } from '../wrongUse.ts';
import type { Share, ShareResult } from './lintWorker.ts';
import { type Looked, lookAtFiles } from './lookAtFiles.ts';
import type { LintOptions, RawOptions } from './options.ts';

/** A thread takes some 100 ms to start, as long as a hundred files do to be linted. */
const filesWorthAThread = 150;
const mostThreads = 8;
/** Trees of documents live shortly: with room for them, they are never copied. */
const youngMegabytes = 64;

/**
 * Lints files in as many threads as pay, and gives what they found in the order of the files. Standard input can be read once, by the first thread.
 * `raw`: what `options` were read from; a thread, which cannot be given functions, reads them again.
 */
export async function lookInParallel(
  files: readonly string[],
  raw: RawOptions,
  options: LintOptions,
  script: string | undefined,
): Promise<Looked> {
  const threads = Math.min(os.availableParallelism(), mostThreads, Math.floor(files.length / filesWorthAThread));
  const readsInput = [...files, raw.baseline, raw.cluster].includes('-');
  if (threads < 2 || script === undefined || readsInput) return lookAtFiles(files, options);
  const each = Math.ceil(files.length / threads);
  const shares = Array.from({ length: threads }, (_, index) => files.slice(index * each, (index + 1) * each));
  const results = await Promise.all(shares.map(share => inThread(fs.realpathSync(script), { files: share, raw })));
  return {
    files: results.reduce((sum, one) => sum + one.files, 0),
    diagnostics: results.flatMap(one => one.diagnostics),
  };
}

function inThread(script: string, share: Share): Promise<Looked> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: share, resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes } });
    worker.once('error', reject);
    worker.once('exit', code => reject(new Error(`A thread has ended (${code}) without an answer.`)));
    worker.once('message', (result: ShareResult) => {
      if ('looked' in result) resolve(result.looked);
      else reject(new WrongUse(result.wrongUse));
    });
  });
}
