import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { JsonValue } from '../../../core/base/json.ts';
import { judgeAllStages } from '../../../core/kubernetes/judge.ts';
import { parseYaml } from '../document/parse.ts';
import { readValue } from '../document/value.ts';
import { defaultAnalysisSettings, plainFile } from '../settings.ts';
import { complete } from './complete.ts';
import { type Completion, withoutPlaceholders } from './completion.ts';
import { skeletons } from './skeletons/skeletons.ts';

const root = String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT);

function completeAt(text: string, offset: number): readonly Completion[] {
  return complete(text, offset, plainFile, defaultAnalysisSettings);
}

function accept(text: string, item: Completion): string {
  return text.slice(0, item.replace.start) + withoutPlaceholders(item.snippet) + text.slice(item.replace.end);
}

/** Texts of examples/ that hold one DaemonSet each, and are valid YAML. */
function manifests(): [string, string][] {
  const folder = path.join(root, 'examples');
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.yaml'));
  return files
    .map(file => [file, fs.readFileSync(path.join(folder, file), 'utf8')] as [string, string])
    .filter(([, text]) => /^kind: DaemonSet$/m.test(text) && !/^---/m.test(text) && parseYaml(text).problems.length === 0);
}

describe('completion', () => {
  for (const [file, text] of manifests()) {
    it(`never breaks ${file}: every item on a new line at every indentation`, () => {
      const lines = text.split('\n');
      let accepted = 0;
      const seen = new Set<string>();
      for (let line = 0; line <= lines.length; line++) {
        for (const indent of [0, 2, 4, 6, 8, 10, 12, 14]) {
          // A scattered twentieth of all places: each line at some indentation, each indentation on some lines.
          if ((line * 3 + indent) % 40 !== 0) continue;
          const before = lines.slice(0, line).map(one => `${one}\n`);
          const gapped = `${before.join('')}${' '.repeat(indent)}\n${lines.slice(line).join('\n')}`;
          if (parseYaml(gapped).problems.length > 0) continue;
          accepted += acceptAll(gapped, before.join('').length + indent, `line ${line + 1}, indentation ${indent}`, seen);
        }
      }
      assert.ok(accepted > 0, `only ${accepted} items were offered`);
    });
  }

  it('offers whole manifests that pass validation as they are inserted', () => {
    for (const skeleton of skeletons) {
      const text = withoutPlaceholders(skeleton.text);
      const parsed = parseYaml(text);
      assert.deepEqual(parsed.problems, [], skeleton.label);
      const verdict = judgeAllStages(readValue(parsed.root).value, { version: defaultAnalysisSettings.kubernetesVersion });
      assert.deepEqual(verdict.errors, [], skeleton.label);
    }
  });
});

/**
 * Accepts items; what was written before has to mean the same afterwards. At each place the first two (where they go is what may be wrong), and each
 * text once.
 */
function acceptAll(text: string, offset: number, where: string, seen: Set<string>): number {
  const offered = completeAt(text, offset);
  const items = offered.filter((item, rank) => rank < 2 || !seen.has(item.snippet));
  for (const item of items) seen.add(item.snippet);
  const old = readValue(parseYaml(text).root).value;
  for (const item of items) {
    const accepted = accept(text, item);
    const parsed = parseYaml(accepted);
    assert.deepEqual(
      parsed.problems.map(problem => problem.message),
      [],
      `${where}: ${item.label}`,
    );
    assertKeeps(old, readValue(parsed.root).value, `${where}: ${item.label}`);
  }
  return offered.length;
}

/** Every scalar of the old value is still there, if need be at a higher index of its list. */
function assertKeeps(old: JsonValue, now: JsonValue | undefined, where: string): void {
  if (old === null) return;
  if (typeof old !== 'object') assert.equal(now, old, where);
  else if (Array.isArray(old))
    for (const item of old) assert.ok(Array.isArray(now) && now.some(other => keeps(item, other)), `${where}: a list lost an entry`);
  else
    for (const [key, value] of Object.entries(old))
      assertKeeps(value as JsonValue, (now as Record<string, JsonValue> | undefined)?.[key], `${where}: ${key}`);
}

function keeps(old: JsonValue, now: JsonValue): boolean {
  try {
    assertKeeps(old, now, '');
    return true;
  } catch {
    return false;
  }
}
