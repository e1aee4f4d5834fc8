import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { WrongUse } from '../wrongUse.ts';
import { exceeded } from './limits.ts';
import { type RawOptions, readOptions } from './options.ts';
import { simulateRollout } from './simulateRollout.ts';

const root = String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT);
const example = (file: string): string => path.join(root, 'examples', file);
const tutorial = example('tutorial/fluentd-elasticsearch.yaml');

describe('daemonscope simulate', () => {
  let folder = '';
  let edited = '';
  before(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'daemonscope-cli-'));
    edited = path.join(folder, 'edited.yaml');
    fs.writeFileSync(edited, fs.readFileSync(tutorial, 'utf8').replace(/value: value$/m, 'value: value01'));
  });
  after(() => fs.rmSync(folder, { recursive: true }));

  const run = (options: Partial<RawOptions>): { code: number; out: string; err: string } => {
    const [out, err]: [string[], string[]] = [[], []];
    const raw: RawOptions = { to: edited, seed: '1', kubernetes: '1.36', output: 'text', whatIf: true, cluster: 'tutorial', ...options };
    const code = simulateRollout(readOptions(raw), { write: text => out.push(text) }, { write: text => err.push(text) });
    return { code, out: out.join(''), err: err.join('') };
  };
  const refusal = (options: Partial<RawOptions>): string => {
    try {
      run(options);
    } catch (error) {
      assert.ok(error instanceof WrongUse, String(error));
      return error.message.replaceAll(folder, '').replaceAll(root, '');
    }
    return 'was taken';
  };

  for (const [name, options] of [
    ['text', {}],
    ['markdown', { output: 'markdown', seeds: '3' }],
    ['tables', { at: '4s', show: 'ds,pods,nodes,events,describe' }],
  ] as const) {
    it(`prints ${name}`, () => {
      const file = path.join(root, 'test/golden/cli', `${name}.txt`);
      const { code, out } = run({ from: tutorial, ...options });
      if (process.env.UPDATE_GOLDEN === '1') fs.writeFileSync(file, out);
      assert.equal(out, fs.readFileSync(file, 'utf8'));
      assert.equal(code, 0);
    });
  }

  it('takes cluster and version from the settings of the folder, for want of options', () => {
    const settings = path.join(folder, '.daemonscope.yaml');
    fs.writeFileSync(settings, 'cluster: nowhere\nkubernetesVersion: "1.30"\n');
    const without = { from: tutorial, output: 'json', whatIf: false, cluster: undefined, kubernetes: undefined };
    assert.match(refusal(without), /nowhere/);
    assert.equal(run({ ...without, cluster: 'tutorial' }).code, 0);
    fs.rmSync(settings);
  });

  it('prints JSON for programs', () => {
    const { out } = run({ from: tutorial, output: 'json' });
    const json = JSON.parse(out) as Record<string, unknown>;
    assert.equal(json.version, 1);
    assert.deepEqual(json.outcome, { kind: 'complete', from: 0, at: json.durationMs });
    assert.match(String(json.traceHash), /^[0-9a-f]{16}$/);
    assert.deepEqual(json.limitsExceeded, []);
  });

  it('fails when a limit is exceeded, and says by how much', () => {
    const { code, err } = run({ from: tutorial, maxDuration: '3s', maxWithout: '10%' });
    assert.equal(code, 1);
    assert.match(
      err,
      /takes \d+ s, --max-duration allows 3 s\.\n.*1 node is without an available pod at once, --max-without 10% allows 0\./,
    );
    assert.equal(run({ from: tutorial, maxDuration: '10m', maxWithout: '1' }).code, 0);
    assert.equal(run({ maxDuration: '10m', from: edited }).code, 0);
  });

  it('says which maxUnavailable would keep the limits', () => {
    const { err } = run({ from: tutorial, maxDuration: '6s', maxWithout: '0', cluster: 'kubespray' });
    assert.match(err, /maxUnavailable: 10 is the smallest that completes within 6 s\.\n.*no maxUnavailable keeps so few/);
    const all = path.join(folder, 'all.yaml');
    const strategy = '  updateStrategy: { rollingUpdate: { maxUnavailable: 100% } }\n  template:\n    metadata:';
    fs.writeFileSync(all, fs.readFileSync(edited, 'utf8').replace(/ {2}template:\n {4}metadata:/, strategy));
    assert.match(
      run({ from: tutorial, to: all, maxWithout: '30%', cluster: 'kubespray' }).err,
      /maxUnavailable: 3 is the greatest that keeps/,
    );
    assert.match(run({ from: tutorial, maxDuration: '1s' }).err, /no maxUnavailable completes within 1 s/);
  });

  it('counts a rollout that never ends as too long', () => {
    const stalled = { outcome: { kind: 'stalled', since: 0 }, duration: null, worst: { without: 1, targeted: 5 }, targeted: 5 } as never;
    assert.deepEqual(exceeded({ maxDuration: 1e9, maxWithout: null }, stalled), [
      'limit exceeded: the rollout does not complete, --max-duration allows 12 d.',
    ]);
  });

  it('takes the manifest that the cluster runs as the baseline', () => {
    const cluster = path.join(folder, 'cluster.yaml');
    fs.writeFileSync(cluster, `${fs.readFileSync(example('tutorial/cluster.yaml'), 'utf8')}---\n${fs.readFileSync(tutorial, 'utf8')}`);
    assert.match(run({ cluster }).out, /Restarts 2 pods/);
    assert.match(run({}).out, /Starts 2 pods/);
  });

  it('refuses wrong use in a sentence', () => {
    assert.equal(refusal({ to: 'nope.yaml' }), 'nope.yaml cannot be read: there is no such file.');
    assert.equal(refusal({ to: '-', from: '-' }), 'only one of --from and --to can be standard input.');
    assert.equal(refusal({ seed: '1e3' }), '--seed 1e3: write a whole number from 0 to 4294967295.');
    assert.equal(refusal({ seeds: '0' }), '--seeds 0: write a whole number from 1 to 10000.');
    assert.equal(refusal({ kubernetes: '1.12' }), '--kubernetes 1.12: known are 1.29 to 1.37.');
    assert.equal(refusal({ output: 'xml' }), '--output xml: choose from text, json, markdown.');
    assert.equal(refusal({ maxDuration: '30' }), '--max-duration 30: write a duration such as 90s, 30m or 1h30m.');
    assert.equal(refusal({ maxWithout: '101%' }), '--max-without 101%: write a number of nodes, or a percentage up to 100%.');
    assert.equal(refusal({ at: '4s', show: 'ds,x' }), '--show x: choose from ds, pods, nodes, events, describe.');
    assert.match(refusal({ cluster: 'nope' }), /^--cluster nope: there is no such file, and no built-in cluster of that name \(tutorial, /);
    assert.match(refusal({ to: example('tutorial/cluster.yaml'), name: 'fluentd' }), /holds no DaemonSet of apps\/v1 called fluentd\.$/);
    assert.match(
      refusal({ to: example('tutorial/cluster.yaml') }),
      /holds several DaemonSets \(calico-node, kube-proxy, nodelocaldns\): choose one/,
    );
  });

  it('says where a text cannot be read', () => {
    const broken = path.join(folder, 'broken.yaml');
    fs.writeFileSync(broken, 'apiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n\tname: x\n');
    assert.match(refusal({ to: broken }), /^\/broken\.yaml:4:1: /);
    fs.writeFileSync(broken, '');
    assert.equal(refusal({ to: broken }), '/broken.yaml holds no DaemonSet of apps/v1.');
    fs.writeFileSync(broken, '{"kind": "DaemonSet", "apiVersion": "apps/v1", "spec": 7, "metadata": {"name": "x", "__proto__": 1}}');
    assert.match(refusal({ to: broken }), /^the API server would refuse this manifest:\n/);
  });

  it('takes JSON, lists and versions with a patch level', () => {
    const list = path.join(folder, 'list.json');
    const selector = { matchLabels: { a: 'b' } };
    const template = { metadata: { labels: { a: 'b' } }, spec: { containers: [{ name: 'c', image: 'i' }] } };
    const item = { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'x' }, spec: { selector, template } };
    fs.writeFileSync(list, JSON.stringify({ kind: 'List', items: [item] }));
    assert.match(run({ to: list, kubernetes: 'v1.31.4' }).out, /^x default · .*Kubernetes 1\.31/);
  });

  describe('--scenario', () => {
    const head = 'apiVersion: daemonscope.dev/v1alpha1\nkind: Scenario\n';
    const written = (text: string): string => {
      const file = path.join(folder, 'scenario.yaml');
      fs.writeFileSync(file, text);
      return file;
    };
    const only = (scenario: string, more: Partial<RawOptions> = {}) =>
      ({ scenario, to: undefined, cluster: undefined, seed: undefined, kubernetes: undefined, ...more }) as never;

    it('takes everything from the file, and the files beside it', () => {
      fs.copyFileSync(tutorial, path.join(folder, 'old.yaml'));
      const text = `${head}cluster: tutorial\nbaseline: old.yaml\nedit: edited.yaml\nseed: 5\nevents:\n  - { at: 1m, do: nodeDown, node: worker-1 }\n`;
      assert.match(run(only(written(text))).out, /seed 5[\s\S]*Restarts 2 pods[\s\S]*1 m {2}nodeDown worker-1/);
      assert.match(run(only(written(text), { seed: '7' })).out, /seed 7/);
      assert.match(run(only(written(text), { cluster: 'kind' })).out, /kind, 1 \+ 2 nodes/);
    });

    it('fails when its own limits are exceeded', () => {
      const text = `${head}baseline: old.yaml\nedit: edited.yaml\nlimits: { maxDuration: 1s, maxWithout: 0 }\n`;
      const { code, err } = run(only(written(text)));
      assert.equal(code, 1);
      assert.match(err, /--max-duration allows 1 s\.\n.*--max-without 0 allows 0\./);
      assert.equal(run(only(written(text), { maxDuration: '1h', maxWithout: '100%' })).code, 0);
    });

    it('tells mistakes with file, line and column', () => {
      const told = (text: string): string => refusal(only(written(text)));
      assert.match(told(`${head}seeds: 1\n`), /^\/scenario\.yaml:3:1: there is no field "seeds" here/);
      assert.match(told(`${head}events:\n  - at: -5s\n    do: nodeDown\n    node: worker-1\n`), /^\/scenario\.yaml:4:9: lies before zero/);
      assert.match(told(`${head}baseline: nope.yaml\n`), /^\/scenario\.yaml:3:11: \/nope\.yaml cannot be read: there is no such file\.$/);
      assert.match(told(`${head}seed: &a\n  b: *a\n`), /^\/scenario\.yaml:4:6: The anchor &a contains itself\.$/);
      assert.match(told(`${head}seed: .nan\n`), /^\/scenario\.yaml:3:7: /);
      assert.match(told(`${head}seed: 1\nseed: 2\n`), /^\/scenario\.yaml:4:1: The key "seed" is already set above/);
      assert.match(told(`${head}x: [\n`), /^\/scenario\.yaml:\d+:\d+: /);
      assert.match(told(''), /^\/scenario\.yaml:1:1: must be an object$/);
      assert.match(
        told(`${head}nodes:\n  - { name: a }\n  - { name: a }\nbaseline: old.yaml\n`),
        /^\/scenario\.yaml:5:\d+: there is another node a$/,
      );
      assert.match(told(`${head}cluster: tutorial\n`), /has neither a baseline nor an edit/);
      assert.equal(refusal({ scenario: 'x.yaml', to: edited }), '--scenario says what is edited: leave out --from, --to and --name.');
      assert.equal(refusal({ to: undefined } as never), 'say what to simulate: --to FILE (with --from FILE), or --scenario FILE.');
      assert.equal(refusal(only('nope.yaml')), 'nope.yaml cannot be read: there is no such file.');
    });

    it('ends a rollout that never does at its limit, and says how far it is', () => {
      const agent = (image: string): string =>
        `{apiVersion: apps/v1, kind: DaemonSet, metadata: {name: a}, spec: {minReadySeconds: 86400, selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {containers: [{name: c, image: '${image}'}]}}}}`;
      const text = `${head}nodes: [{ name: node, count: 100 }]\nbaseline: ${agent('i:1')}\nedit: ${agent('i:2')}\n`;
      const { out, code } = run(only(written(text)));
      assert.match(out, /Still rolling after 7 d\. 6 of 100 nodes are done\./);
      assert.match(out, /maxUnavailable: 1 is used up/);
      assert.equal(code, 0);
    });
  });
});
