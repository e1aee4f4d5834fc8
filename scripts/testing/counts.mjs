// How many tests a part of the whole run passed: each runner writes it to the file that TEST_COUNTS_FILE names, so nobody has to guess from printed text.
import fs from 'node:fs';
import path from 'node:path';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @param {Counts} counts */
export function writeCounts(counts) {
  const file = process.env.TEST_COUNTS_FILE;
  if (file === undefined || file === '') return;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(counts));
}

/**
 * @param {string} file
 * @returns {Counts | null} null: nobody wrote it
 */
export function readCounts(file) {
  if (!fs.existsSync(file)) return null;
  const { passed, failed, skipped } = JSON.parse(fs.readFileSync(file, 'utf8'));
  return [passed, failed, skipped].every(Number.isInteger) ? { passed, failed, skipped } : null;
}

/**
 * The counts of several programs in one, whose files are then removed. A program that wrote none adds a failure: it ended before its tests did.
 * @param {string[]} files
 * @returns {Counts}
 */
export function sumOfCounts(files) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const file of files) {
    const counts = readCounts(file) ?? { passed: 0, failed: 1, skipped: 0 };
    for (const key of /** @type {(keyof Counts)[]} */ (Object.keys(sum))) sum[key] += counts[key];
    fs.rmSync(file, { force: true });
  }
  return sum;
}
