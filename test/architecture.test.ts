import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

/** What the compiler cannot see of ARCHITECTURE.md. Each rule names the files that break it. */
const root = String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT ?? process.cwd());
const folders = ['core', 'server', 'client', 'cli'];

/** `import … from 'x'`, `export … from 'x'`; `import 'x'`; `import('x')`. */
const importStatement =
  /^(?:import|export)\s[\w\s{},*$]*?\bfrom\s+['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

interface Source {
  readonly file: string;
  readonly text: string;
  readonly code: string;
  /** Resolved files of this repository that it imports. */
  readonly imports: readonly string[];
  /** npm packages and Node modules that it imports. */
  readonly packages: readonly string[];
}

const sources = folders.flatMap(folder => walk(path.join(root, folder))).map(read);
const production = sources.filter(source => !source.file.endsWith('.test.ts'));

/** Which part may import which. A part may always import itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'core/base': [],
  'core/kubernetes': ['core/base'],
  'core/controller': ['core/base', 'core/kubernetes'],
  'core/simulation': ['core/base', 'core/kubernetes', 'core/controller'],
  'core/forecast': ['core/base', 'core/kubernetes', 'core/controller', 'core/simulation'],
  'core/apiserver': ['core/base', 'core/kubernetes', 'core/controller', 'core/simulation', 'core/presentation'],
  'core/presentation': ['core/base', 'core/kubernetes', 'core/controller', 'core/simulation', 'core/forecast'],
  'core/protocol': ['core/base', 'core/kubernetes', 'core/simulation', 'core/controller', 'core/presentation', 'core/forecast'],
  'server/analysis': ['core'],
  'server/lsp': ['core', 'server/analysis'],
  'server/node': ['core', 'server/analysis', 'server/lsp'],
  'server/browser': ['core', 'server/analysis', 'server/lsp'],
  'client/host': ['core/base', 'core/kubernetes', 'core/protocol'],
  'client/node': ['core/base', 'core/protocol', 'client/host'],
  'client/browser': ['core/base', 'core/protocol', 'client/host'],
  'client/webview': ['core'],
  cli: ['core', 'server/analysis'],
};

/** npm packages and Node modules, by part. `node:` stands for Node's own modules. */
const mayUse: Readonly<Record<string, readonly string[]>> = {
  'server/analysis': ['yaml'],
  'server/lsp': ['vscode-languageserver'],
  'server/node': ['vscode-languageserver', 'node:'],
  'server/browser': ['vscode-languageserver'],
  'client/host': ['vscode', 'vscode-languageclient'],
  'client/node': ['vscode', 'vscode-languageclient', 'node:'],
  'client/browser': ['vscode', 'vscode-languageclient'],
  'client/webview': ['lit', '@vscode/codicons'],
  cli: ['commander', 'picocolors', '@peculiar/x509', 'reflect-metadata', 'node:'],
};

const bannedInCore = [
  /\bDate\b(?!String)/,
  /\bMath\.(?:random|pow|exp|log\w*)\b/,
  /\bIntl\b/,
  /\blocaleCompare\b/,
  /\btoLocale\w+/,
  /\bperformance\b\.now/,
  /\bsetTimeout\b/,
  /\bPromise\b/,
  /\bawait\b/,
];

describe('architecture', () => {
  it('imports only downwards', () => {
    const wrong: string[] = [];
    for (const source of production) {
      const part = partOf(source.file);
      for (const imported of source.imports) {
        const other = partOf(imported);
        const allowed = mayImport[part] ?? [];
        if (other !== part && !allowed.some(prefix => other === prefix || other.startsWith(`${prefix}/`)))
          wrong.push(`${source.file} imports ${imported}`);
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('uses only the packages that its part may use', () => {
    const wrong: string[] = [];
    for (const source of production) {
      const allowed = mayUse[partOf(source.file)] ?? [];
      for (const name of source.packages) {
        if (!allowed.some(entry => (entry === 'node:' ? name.startsWith('node:') : packageName(name) === entry)))
          wrong.push(`${source.file} uses ${name}`);
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('parses YAML in server/analysis/document only', () => {
    const wrong = production
      .filter(source => source.packages.includes('yaml') && !source.file.startsWith('server/analysis/document'))
      .map(source => source.file);
    assert.deepEqual(wrong, []);
  });

  it('keeps clock, randomness, locale and promises out of core and server/analysis', () => {
    const wrong: string[] = [];
    for (const source of production.filter(one => /^(core|server\/analysis)\//.test(one.file) && !one.file.includes('/generated/'))) {
      for (const banned of bannedInCore) {
        const found = banned.exec(source.code);
        if (found) wrong.push(`${source.file} says ${found[0]}`);
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('has no import cycles', () => {
    assert.deepEqual(cycles(production), []);
  });

  it('has no orphan: every file is an entry point or reached from one', () => {
    const entries = production.filter(source => entryPoints.some(entry => entry.test(source.file))).map(source => source.file);
    const tested = sources.filter(source => source.file.endsWith('.test.ts')).flatMap(source => source.imports);
    const testFiles = walk(path.join(root, 'test')).map(read);
    const reached = reach([...entries, ...testFiles.flatMap(source => source.imports)]);
    const orphans = production.map(source => source.file).filter(file => !reached.has(file));
    assert.deepEqual(
      orphans.filter(file => !tested.includes(file)),
      [],
      'nothing imports these',
    );
  });

  it('keeps files and functions small', () => {
    const sizes = production
      .filter(source => !source.file.includes('/generated/'))
      .map(source => ({ file: source.file, lines: source.text.split('\n').length - 1 }));
    const sorted = sizes.map(size => size.lines).sort((a, b) => a - b);
    const quantile = (q: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0;
    assert.ok(quantile(0.5) <= 90, `the median file has ${quantile(0.5)} lines`);
    assert.ok(quantile(0.95) <= 300, `one file in twenty has over ${quantile(0.95)} lines`);
    assert.deepEqual(
      sizes.filter(size => size.lines > largestFile).map(size => `${size.file}: ${size.lines} lines`),
      [],
    );
  });

  it('uses neither any nor the non-null assertion, and no vague file names', () => {
    const wrong: string[] = [];
    for (const source of production.filter(one => !one.file.includes('/generated/'))) {
      if (/(?::|<|\bas|\|)\s*any\b/.test(source.code)) wrong.push(`${source.file}: any`);
      if (/(^|\/)(utils?|helpers?|managers?|common|misc)\.ts$/i.test(source.file)) wrong.push(`${source.file}: a name that says nothing`);
    }
    assert.deepEqual(wrong, []);
  });

  it('names only folders that exist, and every part, in ARCHITECTURE.md', () => {
    const text = fs.readFileSync(path.join(root, 'ARCHITECTURE.md'), 'utf8');
    const named = [
      ...text.matchAll(/`((?:core|server|client|cli|syntaxes|examples|test|scripts|tools|media|l10n|docs)(?:\/[\w.-]+)*)\/?`/g),
    ].map(match => match[1] ?? '');
    assert.deepEqual(
      named.filter(folder => !fs.existsSync(path.join(root, folder))),
      [],
      'named but not there',
    );
    assert.deepEqual(
      Object.keys(mayImport).filter(
        part => fs.existsSync(path.join(root, part)) && fs.readdirSync(path.join(root, part)).length > 0 && !named.includes(part),
      ),
      [],
      'there but not named',
    );
    assert.ok(text.split('\n').length <= 250, 'ARCHITECTURE.md is longer than one wants to read');
  });
});

/** The ratchet: lower it when the largest file shrinks, never raise it. */
const largestFile = 400;
const entryPoints = [
  /^server\/(node|browser)\/main\.ts$/,
  /^client\/(node|browser)\/\w+\.ts$/,
  /^client\/webview\/(main|panel|worker|simulationWorker)\.ts$/,
  /^client\/webview\/worker\/main\.ts$/,
  /^cli\/main\.ts$/,
  /\/dev\//,
];

function walk(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map(file => path.relative(root, path.join(folder, file)).replaceAll('\\', '/'));
}

function read(file: string): Source {
  const text = fs.readFileSync(path.join(root, file), 'utf8');
  const specifiers = [...text.matchAll(importStatement)].map(match => match[1] ?? match[2] ?? match[3] ?? '');
  return {
    file,
    text,
    code: withoutCommentsAndTexts(text),
    imports: specifiers.filter(one => one.startsWith('.') && /\.ts$/.test(one)).map(one => path.posix.join(path.posix.dirname(file), one)),
    packages: specifiers.filter(one => !one.startsWith('.')),
  };
}

/** Code alone: comments and the insides of string literals blanked, so that a word in a sentence breaks no rule. */
function withoutCommentsAndTexts(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g, found =>
    found.startsWith('/') ? '' : "''",
  );
}

/** The part a file belongs to: the longest entry of the import matrix that holds it. */
function partOf(file: string): string {
  const parts = Object.keys(mayImport).filter(part => file.startsWith(`${part}/`));
  return parts.sort((a, b) => b.length - a.length)[0] ?? path.posix.dirname(file);
}

function packageName(specifier: string): string {
  const segments = specifier.split('/');
  return specifier.startsWith('@') ? segments.slice(0, 2).join('/') : (segments[0] ?? specifier);
}

function reach(from: readonly string[]): Set<string> {
  const byFile = new Map(sources.map(source => [source.file, source]));
  const seen = new Set<string>();
  const open = [...from];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    open.push(...(byFile.get(file)?.imports ?? []));
  }
  return seen;
}

/** Files that import each other in a circle, one line a circle. Type-only imports count too: a circle of types is a circle in one's head. */
function cycles(of: readonly Source[]): string[] {
  const byFile = new Map(of.map(source => [source.file, source]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) {
      found.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
      return;
    }
    if (done.has(file)) return;
    for (const next of byFile.get(file)?.imports ?? []) visit(next, [...trail, file]);
    done.add(file);
  };
  for (const source of of) visit(source.file, []);
  return found;
}
