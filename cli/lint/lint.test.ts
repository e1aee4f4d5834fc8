import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import esbuild from 'esbuild';
import { WrongUse } from '../wrongUse.ts';
import { lint } from './lint.ts';
import type { RawOptions } from './options.ts';

const root = String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT);
const defaults: RawOptions = { format: 'text', kubernetes: '1.36', rule: ['no-readiness-probe=off'], hygiene: false, fix: false };

const manifest = `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: agent
spec:
  minReadySecond: 5 # 초
  selector:
    matchLabels:
      app: agent
  template:
    metadata:
      labels:
        app: agent
    spec:
      containers:
        - name: agent
          image: registry.example.com/agent:1.0.0
`;

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

describe('daemonscope lint', () => {
  let folder = '';
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'daemonscope-lint-'));
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  const write = (name: string, text: string): string => {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
    return file;
  };
  const run = async (paths: readonly string[], options: Partial<RawOptions> = {}, script?: string): Promise<Ran> => {
    const [out, err]: [string[], string[]] = [[], []];
    const code = await lint(
      paths,
      { ...defaults, ...options },
      { write: text => out.push(text) },
      { write: text => err.push(text) },
      script,
    );
    return { code, out: out.join('').replaceAll(folder, ''), err: err.join('') };
  };

  it('finds the DaemonSets of a tree and leaves the rest alone', async () => {
    write('a/agent.yaml', `kind: Deployment\nspek: [\n---\n${manifest}`);
    write('a/notes.yml', 'just: [some notes\n');
    write('node_modules/x/agent.yaml', manifest);
    write('readme.md', manifest);
    write('fine.yaml', manifest.replace('minReadySecond:', 'minReadySeconds:'));
    const { code, out } = await run([folder]);
    assert.equal(code, 1);
    assert.equal(
      out,
      '/a/agent.yaml:9:3: error: Unknown field "spec.minReadySecond": did you mean "minReadySeconds"? [unknown-field]\n2 files with DaemonSets: 1 error\n',
    );
  });

  it('is fine with what is fine, and with nothing', async () => {
    write('fine.yaml', manifest.replace('minReadySecond:', 'minReadySeconds:'));
    assert.deepEqual(await run([folder]), { code: 0, out: '1 file with DaemonSets: nothing to report\n', err: '' });
    assert.equal((await run([write('empty.yaml', '')])).out, 'no file with a DaemonSet: nothing to report\n');
  });

  it('prints JSON that programs can rely on', async () => {
    const { out } = await run([write('agent.yaml', manifest)], { format: 'json' });
    assert.deepEqual(JSON.parse(out), {
      version: 1,
      diagnostics: [
        {
          file: '/agent.yaml',
          line: 6,
          column: 3,
          endLine: 6,
          endColumn: 17,
          severity: 'error',
          code: 'unknown-field',
          path: 'spec.minReadySecond',
          reason: 'UnknownField',
          message: 'Unknown field "spec.minReadySecond": did you mean "minReadySeconds"?',
        },
      ],
    });
  });

  it('prints SARIF and GitHub annotations', async () => {
    const file = write('with space,comma.yaml', manifest);
    const sarif = JSON.parse((await run([file], { format: 'sarif' })).out) as {
      version: string;
      runs: { results: { ruleId: string; level: string }[] }[];
    };
    assert.equal(sarif.version, '2.1.0');
    assert.deepEqual(
      sarif.runs[0]?.results.map(result => [result.ruleId, result.level]),
      [['unknown-field', 'error']],
    );
    assert.match(
      (await run([file], { format: 'github' })).out,
      /^::error file=\/with space%2Ccomma\.yaml,line=6,endLine=6,col=3,endColumn=17,title=daemonscope unknown-field::Unknown/,
    );
  });

  it('mends in place what has one obvious mend', async () => {
    const file = write('agent.yaml', `${manifest}---\n${manifest.replace('name: agent\nspec', 'name: second\nspec')}`);
    assert.equal((await run([file], { fix: true })).code, 0);
    const fixed = fs.readFileSync(file, 'utf8');
    assert.equal(fixed.split('minReadySeconds: 5 # 초').length, 3);
  });

  it('follows rules, hygiene and the number of warnings one allows', async () => {
    const file = write('agent.yaml', manifest.replace('minReadySecond: 5 # 초', 'updateStrategy: {rollingUpdate: {maxUnavailable: 100%}}'));
    assert.equal((await run([file])).code, 0);
    assert.deepEqual((await run([file], { maxWarnings: '0' })).code, 1);
    assert.equal((await run([file], { rule: ['all-nodes-at-once=error'] })).code, 1);
    assert.match((await run([file], { hygiene: true })).out, /no-requests/);
  });

  it('judges as the Kubernetes version it is told', async () => {
    const file = write(
      'agent.yaml',
      manifest
        .replace('minReadySecond: 5', 'minReadySeconds: 5')
        .replace('      containers:', '      hostnameOverride: a\n      containers:'),
    );
    assert.equal((await run([file])).code, 0);
    assert.match((await run([file], { kubernetes: 'v1.30.2' })).out, /it exists since 1\.34/);
  });

  it('knows what runs now, from a file or from Git, and what the cluster is', async () => {
    const file = write('agent.yaml', manifest.replace('minReadySecond: 5', 'minReadySeconds: 5'));
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: folder, stdio: 'pipe' });
    git('init', '-q');
    git('add', '.');
    git('commit', '-q', '-m', 'first');
    const old = write('old.yaml', fs.readFileSync(file, 'utf8'));
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replaceAll('app: agent', 'app: other'));
    assert.equal((await run([file])).code, 0);
    for (const baseline of [old, 'git:HEAD'])
      assert.match((await run([file], { baseline })).out, /spec\.selector: Invalid value: .*field is immutable/);
    assert.match(
      (
        await run([write('nowhere.yaml', manifest.replace('      containers:', '      nodeSelector: {disk: ssd}\n      containers:'))], {
          cluster: 'tutorial',
        })
      ).out,
      /no-node-matches/,
    );
    await assert.rejects(run([file], { baseline: 'git:no-such-branch' }), /no such revision/);
  });

  it('takes the settings of the nearest folder that has some; options win over them', async () => {
    const fine = manifest
      .replace('minReadySecond: 5', 'minReadySeconds: 5')
      .replace('      containers:', '      nodeSelector: {disk: ssd}\n      containers:');
    write('.daemonscope.yaml', 'hygiene: {enable: true}\nrules: {no-requests: error}\n');
    write('nodes/cluster.json', '{"apiVersion":"v1","kind":"Node","metadata":{"name":"a"}}');
    write('nodes/.daemonscope.yaml', 'cluster: cluster.json\nkubernetesVersion: "1.30"\nrules:\n  image-without-version: off\n');
    const [above, below] = [write('agent.yaml', fine), write('nodes/more/agent.yaml', fine)];
    assert.match((await run([above])).out, /no-priority-class[\s\S]*error: .*no-requests/);
    assert.equal((await run([above], { rule: ['no-requests=off'] })).code, 0);
    assert.match((await run([below])).out, /^[^\n]*no-node-matches[^\n]*\n1 file with DaemonSets: 1 warning\n$/);
    write('nodes/.daemonscope.yaml', 'kubernetesversion: "1.30"\n');
    await assert.rejects(run([below]), /\.daemonscope\.yaml:1:1: kubernetesversion: there is no such setting/);
  });

  it('reads charts and patches as what they are', async () => {
    write('chart/Chart.yaml', 'name: chart\n');
    write('chart/templates/agent.yaml', manifest.replace('name: agent\nspec', 'name: {{ .Release.Name }}\nspec'));
    write('kustomize/kustomization.yaml', 'patches: [{path: patch.yaml}]\n');
    write('kustomize/patch.yaml', 'apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: agent}\nspec: {minReadySecond: 5}\n');
    const { out } = await run([folder]);
    assert.equal(out.match(/error/g)?.length, 3, out);
    assert.equal(out.match(/unknown-field/g)?.length, 2, out);
  });

  it('finds nothing wrong in the examples but in the broken ones', async () => {
    const { out } = await run([path.join(root, 'examples')], { format: 'json' });
    const files = (JSON.parse(out) as { diagnostics: { file: string; severity: string }[] }).diagnostics
      .filter(one => one.severity === 'error')
      .map(one => one.file);
    assert.ok(files.length > 3 && files.every(file => file.includes('broken')), [...new Set(files)].join(', '));
  });

  it('shares many files among threads, and tells the same as one does', async () => {
    for (let n = 0; n < 320; n++)
      write(
        `${String(n % 7)}/agent-${n}.yaml`,
        n % 3 === 0 ? manifest : `# ${n}\n${manifest.replace('minReadySecond:', 'minReadySeconds:')}`,
      );
    const script = await bundled(folder);
    const alone = await run([folder]);
    assert.equal(alone.out.match(/unknown-field/g)?.length, 107);
    assert.deepEqual(await run([folder], {}, script), alone);
    await assert.rejects(run([folder], { cluster: path.join(folder, 'none.yaml') }, script), WrongUse);
  });

  it('reads what runs now from standard input, once', async () => {
    const now = manifest.replace('minReadySecond: 5', 'minReadySeconds: 5');
    const file = write('agent.yaml', now.replaceAll('app: agent', 'app: other'));
    const args = [await bundled(folder), 'lint', '--baseline', '-', file];
    const { status, stdout } = spawnSync(process.execPath, args, { input: now, encoding: 'utf8' });
    assert.equal(status, 1);
    assert.match(stdout, /spec\.selector: Invalid value: .*field is immutable/);
  });

  it('reads what Windows PowerShell writes: UTF-16', async () => {
    const text = `\ufeff${manifest}`;
    write('little.yaml', '');
    write('big.yaml', '');
    fs.writeFileSync(path.join(folder, 'little.yaml'), Buffer.from(text, 'utf16le'));
    fs.writeFileSync(path.join(folder, 'big.yaml'), Buffer.from(text, 'utf16le').swap16());
    const { code, out } = await run([folder]);
    assert.equal(code, 1);
    assert.equal(out.match(/did you mean/g)?.length, 2);
  });

  it('says of a link that leads in a circle, or nowhere, why it cannot be read', async () => {
    fs.symlinkSync('circle.yaml', path.join(folder, 'circle.yaml'));
    fs.symlinkSync('nothing', path.join(folder, 'nowhere.yaml'));
    await assert.rejects(run([path.join(folder, 'circle.yaml')]), /circle\.yaml cannot be read: its links lead in a circle\./);
    await assert.rejects(run([path.join(folder, 'nowhere.yaml')]), /nowhere\.yaml cannot be read: there is no such file\./);
  });

  it('says what is wrong with how it was called', async () => {
    const file = write('agent.yaml', manifest);
    const cases: [Partial<RawOptions>, RegExp][] = [
      [{ format: 'xml' }, /--format xml: choose from/],
      [{ kubernetes: '1.5' }, /known are/],
      [{ rule: ['unknown-field'] }, /NAME=LEVEL/],
      [{ rule: ['unknown-field=fatal'] }, /LEVEL one of/],
      [{ rule: ['unknown-feild=off'] }, /there is no rule unknown-feild: did you mean unknown-field\?/],
      [{ maxWarnings: 'many' }, /whole number/],
      [{ cluster: path.join(folder, 'none.yaml') }, /cannot be read|no such file/],
    ];
    for (const [options, words] of cases)
      await assert.rejects(run([file], options), (error: unknown) => error instanceof WrongUse && words.test(error.message));
    await assert.rejects(run([path.join(folder, 'none')]), /no such file or folder/);
  });
});

/** The program as one file in a folder, as a shell runs it. */
async function bundled(folder: string): Promise<string> {
  const script = path.join(folder, 'cli.cjs');
  await esbuild.build({
    entryPoints: [path.join(root, 'cli', 'main.ts')],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    supported: { 'dynamic-import': false },
  });
  return script;
}
