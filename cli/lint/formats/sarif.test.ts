import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import type { LintDiagnostic } from '../diagnostic.ts';
import { sarifReport } from './sarif.ts';

const root = String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT);
const readPackaged = (...steps: string[]): object =>
  JSON.parse(fs.readFileSync(path.join(root, 'node_modules', ...steps), 'utf8')) as object;

/** Holds a log against the standard's own schema, as a package for tests brings it. */
function validator(): (log: unknown) => readonly unknown[] {
  const ajv = new Ajv({
    allErrors: true,
    logger: false,
    schemaId: 'id',
    meta: readPackaged('ajv', 'lib', 'refs', 'json-schema-draft-04.json'),
  });
  const check = ajv.compile(readPackaged('@microsoft', 'jest-sarif', 'lib', 'schemas', 'sarif-2.1.0-rtm.5.json'));
  return log => (check(log) === true ? [] : (check.errors ?? []));
}

const found: LintDiagnostic = {
  file: 'charts/a b/agent,1.yaml',
  line: 6,
  column: 3,
  endLine: 6,
  endColumn: 17,
  severity: 'error',
  code: 'unknown-field',
  path: 'spec.minReadySecond',
  reason: 'UnknownField',
  message: 'Unknown field "spec.minReadySecond": 100 % \u{1f600}',
};

describe('SARIF', () => {
  const problems = validator();

  it('holds to the schema of SARIF 2.1.0, with findings of all kinds and with none', () => {
    const all: LintDiagnostic[] = [
      found,
      { ...found, severity: 'warning', code: 'all-nodes-at-once', file: '/tmp/agent.yaml' },
      { ...found, severity: 'hint', line: 7, endLine: 9, endColumn: 1 },
      { ...found, file: '-', line: 1, column: 1, endLine: 1, endColumn: 1 },
    ];
    assert.deepEqual(problems(JSON.parse(sarifReport(all))), []);
    assert.deepEqual(problems(JSON.parse(sarifReport([]))), []);
  });

  it('would be caught if it did not', () => {
    assert.notDeepEqual(problems(JSON.parse(sarifReport([{ ...found, line: 0 }]))), []);
    assert.notDeepEqual(problems(JSON.parse(sarifReport([found]).replace('"text"', '"words"'))), []);
  });
});
