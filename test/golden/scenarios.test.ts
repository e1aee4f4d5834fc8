import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { readOptions } from '../../cli/simulate/options.ts';
import { simulateRollout } from '../../cli/simulate/simulateRollout.ts';

/** The pains of people who ship DaemonSets: a scenario each, what the forecast says of it, and a line in docs/pains.md. UPDATE_GOLDEN=1 writes the texts anew. */
const root = String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT);
const scenarios = path.join(root, 'examples/scenarios');
const golden = path.join(root, 'test/golden/scenarios');
const names = fs.readdirSync(scenarios).flatMap(file => (file.endsWith('.yaml') ? [file.slice(0, -5)] : []));

/** What kubectl would show at a telling moment, where the forecast's end is not the point. */
const moments: Readonly<Record<string, readonly [string, string]>> = {
  'dies-without-its-backend': ['2m26s', 'ds,pods'],
  'failed-pods-under-pressure': ['10s', 'pods,nodes'],
  'node-shutdown': ['20s', 'pods,nodes'],
  'quota-refuses-pods': ['1m', 'ds,events'],
  'status-after-a-taint': ['90s', 'ds,pods,nodes'],
  'two-pods-a-node': ['1m', 'ds,pods'],
};

describe('pains', () => {
  for (const name of names) {
    it(name, () => {
      const { code, out } = run(name, {});
      assert.equal(code, 0);
      hold(name, 'forecast.txt', out);
      const moment = moments[name];
      if (moment !== undefined) hold(name, 'kubectl.txt', run(name, { at: moment[0], show: moment[1] }).out);
    });
  }

  it('have a text for each scenario, and no other', () => {
    assert.deepEqual(fs.readdirSync(golden).sort(), [...names].sort());
  });

  it('have a line each in docs/pains.md', () => {
    const text = fs.readFileSync(path.join(root, 'docs/pains.md'), 'utf8');
    const linked = [...text.matchAll(/\(\.\.\/examples\/scenarios\/([\w-]+)\.yaml\)/g)].map(match => match[1]);
    assert.deepEqual(linked.sort(), [...names].sort());
  });
});

function run(name: string, more: { readonly at?: string; readonly show?: string }): { code: number; out: string } {
  const out: string[] = [];
  const options = readOptions({ scenario: path.join(scenarios, `${name}.yaml`), output: 'text', whatIf: true, ...more });
  const code = simulateRollout(options, { write: text => out.push(text) }, { write: () => undefined });
  return { code, out: out.join('') };
}

function hold(name: string, file: string, text: string): void {
  const kept = path.join(golden, name, file);
  if (process.env.UPDATE_GOLDEN === '1') {
    fs.mkdirSync(path.dirname(kept), { recursive: true });
    fs.writeFileSync(kept, text);
  }
  assert.equal(text, fs.readFileSync(kept, 'utf8'));
}
