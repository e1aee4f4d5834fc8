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
