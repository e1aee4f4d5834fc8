import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { complete } from '../completion/complete.ts';
import { hoverAt } from '../hover/hover.ts';
import { reportOn } from '../report.ts';
import { defaultAnalysisSettings, plainFile } from '../settings.ts';

const root = String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT);

const head = 'apiVersion: daemonscope.dev/v1alpha1\nkind: Scenario\n';

const problems = (text: string): string[] =>
  reportOn(text, plainFile, defaultAnalysisSettings).problems.map(
    ({ range: { start, end }, message }) => `${start.line + 1}:${start.character + 1}-${end.character + 1} ${message}`,
  );
/** Labels of what is offered at `|`. */
const offered = (text: string): string[] => {
  const offset = text.indexOf('|');
  return complete(text.replace('|', ''), offset, plainFile, defaultAnalysisSettings).map(one => one.label);
};
const hover = (text: string): string => {
  const offset = text.indexOf('|');
  return hoverAt(text.replace('|', ''), offset, plainFile, null)?.markdown ?? 'nothing';
};

describe('scenario files in the editor', () => {
  it('have no mistake where they have none', () => {
    const folder = path.join(root, 'examples/scenarios');
    for (const name of fs.readdirSync(folder)) assert.deepEqual(problems(fs.readFileSync(path.join(folder, name), 'utf8')), [], name);
  });

  it('have each mistake at its place', () => {
    assert.deepEqual(problems(`${head}seeds: 3\n`), ['3:1-6 There is no field "seeds" here: did you mean "seed"?']);
    assert.deepEqual(problems(`${head}events:\n  - at: -5s\n    do: nodeDown\n    node: worker-9\n`), [
      '4:9-12 Lies before zero: a simulation begins at 0s, the moment of the edit',
    ]);
    assert.deepEqual(problems(`${head}events:\n  - at: 5s\n    do: nodeDown\n    node: worker-9\n`), [
      '6:11-19 There is no node "worker-9" in this cluster: did you mean "worker-1"?',
    ]);
    assert.deepEqual(problems(`${head}seed: 1\nseed: 2\n`).length, 1);
    assert.match(problems(`${head}x: [\n`)[0] ?? '', /^3:|^4:/);
    assert.match(
      problems(
        `${head}edit:\n  apiVersion: apps/v1\n  kind: DaemonSet\n  metadata: { name: a }\n  spec: { selector: { matchLabels: { a: b } }, template: { metadata: { labels: { a: b } }, spec: { containers: [{ name: c }] } } }\n`,
      )[0] ?? '',
      /Required value/,
    );
  });

  it('have no mistakes of others', () => {
    assert.deepEqual(problems('apiVersion: daemonscope.dev.example.com/v1\nkind: Scenario\nseeds: 3\n'), []);
  });

  it('are completed: fields, events, words, nodes', () => {
    assert.ok(offered(`${head}|`).includes('events'));
    assert.ok(!offered(`${head}seed: 1\n|`).includes('seed'));
    assert.deepEqual(offered(`${head}kubernetesVersion: |\n`).slice(-2), ['1.36', '1.37']);
    assert.ok(offered(`${head}cluster: |\n`).includes('tutorial'));
    assert.ok(offered(`${head}events:\n  - at: 5s\n    do: |\n`).includes('nodeDown'));
    assert.deepEqual(offered(`${head}events:\n  - at: 5s\n    do: nodeDown\n    |\n`), ['node']);
    assert.deepEqual(offered(`${head}events:\n  - at: 5s\n    do: nodeDown\n    node: |\n`), [
      'master-1',
      'master-2',
      'master-3',
      'worker-1',
      'worker-2',
    ]);
    assert.deepEqual(offered(`${head}images:\n  app:1:\n    missing: |\n`), ['true', 'false']);
    assert.ok(offered(`${head}nodes:\n  - name: a\n    |\n`).includes('count'));
  });

  it('have a DaemonSet completed that is written out', () => {
    const manifest = `${head}baseline:\n  apiVersion: apps/v1\n  kind: DaemonSet\n  spec:\n    |\n`;
    assert.ok(offered(manifest).includes('updateStrategy'));
  });

  it('are explained', () => {
    assert.match(hover(`${head}se|ed: 1\n`), /One legal order of what Kubernetes leaves to chance/);
    assert.match(hover(`${head}events:\n  - at: 5s\n    do: node|Down\n    node: worker-1\n`), /`nodeDown`: The machine goes silent/);
    assert.match(hover(`${head}cluster: tuto|rial\n`), /3 control-plane nodes/);
    assert.equal(hover(`${head}other: |1\n`), 'nothing');
  });

  it('can be anything in the making', () => {
    const text = fs.readFileSync(path.join(root, 'examples/scenarios/not-ready-node.yaml'), 'utf8');
    for (let end = 0; end < text.length; end += 7) {
      problems(text.slice(0, end));
      offered(`${text.slice(0, end)}|`);
    }
    for (const odd of [
      '[]',
      '{}',
      '{"events": [null, 3, []]}',
      'events: {a: b}\nnodes: 3\npods: x\nimages: [1]',
      '<<: *x',
      'baseline: &a\n  x: *a',
    ]) {
      problems(head + odd);
      hover(`${head}|${odd}`);
    }
  });
});
