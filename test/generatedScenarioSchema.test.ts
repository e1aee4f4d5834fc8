import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { JsonValue } from '../core/base/json.ts';
import { actionShapes } from '../core/simulation/scenarioFile/actionShapes.ts';
import { checkShape } from '../core/simulation/scenarioFile/checkShape.ts';
import { scenarioJsonSchema } from '../core/simulation/scenarioFile/jsonSchema.ts';
import { scenarioShape } from '../core/simulation/scenarioFile/scenarioShape.ts';
import { parseObjects } from '../server/analysis/document/objects.ts';

/** docs/generated/scenario.schema.json follows from the code: a test that finds it out of date writes it anew, then fails. */
const root = String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT);
const file = path.join(root, 'docs/generated/scenario.schema.json');

describe('the JSON schema of scenario files', () => {
  it('is what the code checks', () => {
    const text = `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`;
    const kept = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
    if (kept !== text) fs.writeFileSync(file, text);
    assert.equal(kept, text, 'docs/generated/scenario.schema.json was out of date and has been written anew: look at it and commit it');
  });

  it('has all its events in docs/scenarios.md', () => {
    const text = fs.readFileSync(path.join(root, 'docs/scenarios.md'), 'utf8');
    const missing = Object.entries(actionShapes).filter(([name, { about }]) => !text.includes(`| \`${name}\` | ${about} |`));
    assert.deepEqual(
      missing.map(([name]) => name),
      [],
    );
  });

  it('has examples that keep to it', () => {
    const folder = path.join(root, 'examples/scenarios');
    for (const name of fs.readdirSync(folder).filter(one => one.endsWith('.yaml'))) {
      const { objects, problem } = parseObjects(fs.readFileSync(path.join(folder, name), 'utf8'));
      assert.equal(problem, null, name);
      assert.deepEqual(
        objects.flatMap(object => checkShape(scenarioShape, object as JsonValue)),
        [],
        name,
      );
    }
  });
});
