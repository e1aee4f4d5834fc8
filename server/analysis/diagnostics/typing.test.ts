import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { reportOn } from '../report.ts';
import { defaultAnalysisSettings, plainFile } from '../settings.ts';

const root = String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT);

/** The errors of every text that one goes through while one types each line of a manifest anew, from its first character on. */
function whileTyping(file: string): readonly { readonly typed: string; readonly errors: readonly string[] }[] {
  const lines = fs.readFileSync(path.join(root, 'examples', file), 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    const indent = line.length - line.trimStart().length;
    if (/^\s*(#|$)/.test(line)) return [];
    return Array.from({ length: line.length - indent - 1 }, (_, typed) => {
      const part = line.slice(0, indent + typed + 1);
      const text = [...lines.slice(0, index), part, ...lines.slice(index + 1)].join('\n');
      const errors = reportOn(text, plainFile, defaultAnalysisSettings).problems.filter(problem => problem.severity === 'error');
      return { typed: `${index + 1}: ${part.trim()}`, errors: errors.map(error => error.message) };
    });
  });
}

describe('while one types', () => {
  for (const file of ['tutorial/fluentd-elasticsearch.yaml']) {
    it(`there is one error at a time, or what hangs on it: ${file}`, () => {
      const states = whileTyping(file);
      const storms = states.filter(({ errors }) => errors.length > 3).map(({ typed, errors }) => `${typed}\n  ${errors.join('\n  ')}`);
      assert.deepEqual(storms, []);
      const single = states.filter(({ errors }) => errors.length <= 1).length;
      assert.ok(single / states.length > 0.9, `${single} of ${states.length}`);
    });
  }
});
