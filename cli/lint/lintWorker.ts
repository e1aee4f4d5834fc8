import { parentPort, workerData } from 'node:worker_threads';
import { WrongUse } from '../wrongUse.ts';
import { type Looked, lookAtFiles } from './lookAtFiles.ts';
import { type RawOptions, readOptions } from './options.ts';

/** What a thread is given. */
export interface Share {
  readonly files: readonly string[];
  readonly raw: RawOptions;
}

/** What it gives back. Wrong use is an answer, a failure of ours is thrown. */
export type ShareResult = { readonly looked: Looked } | { readonly wrongUse: string };

/** The whole life of a thread: lints its share of the files, and answers. */
export function runLintWorker(): void {
  parentPort?.postMessage(lintShare(workerData as Share));
}

function lintShare({ files, raw }: Share): ShareResult {
  try {
    return { looked: lookAtFiles(files, readOptions(raw)) };
  } catch (error) {
    if (error instanceof WrongUse) return { wrongUse: error.message };
    throw error;
  }
}
