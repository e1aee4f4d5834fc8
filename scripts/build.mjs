// Builds dist/: `node scripts/build.mjs [--watch] [--dev] [NAME…]`. --dev: readable, with source maps beside the bundles; --watch implies it.
// The build prints "build: watching" when the first pass of --watch is done and "build: begin" / "build: end" around each later one: the F5 task waits for these.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { bundles } from './bundles.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const args = process.argv.slice(2);
const watch = args.includes('--watch');
const dev = watch || args.includes('--dev');
const names = args.filter(arg => !arg.startsWith('-'));

const unknown = names.filter(name => !bundles.some(bundle => bundle.name === name));
if (unknown.length > 0) {
  console.error(`No bundle is called ${unknown.join(', ')}. There are: ${bundles.map(bundle => bundle.name).join(', ')}.`);
  process.exit(2);
}

const chosen = bundles.filter(bundle => names.length === 0 || names.includes(bundle.name));
const present = chosen.filter(bundle => fs.existsSync(path.join(root, bundle.entry)));
for (const bundle of chosen) if (!present.includes(bundle)) console.warn(`skipped ${bundle.outfile}: ${bundle.entry} is not there`);
if (names.length === 0) fs.rmSync(path.join(root, 'dist'), { recursive: true, force: true });

if (watch) await watchAll();
else await buildAll();

async function buildAll() {
  const results = await Promise.allSettled(present.map(bundle => esbuild.build(settings(bundle))));
  if (results.some(result => result.status === 'rejected')) process.exit(1);
  for (const bundle of present) console.log(`${bundle.outfile.padEnd(24)} ${kilobytes(bundle.outfile)}`);
}

async function watchAll() {
  const contexts = await Promise.all(present.map(bundle => esbuild.context({ ...settings(bundle), plugins: [announce(bundle)] })));
  await Promise.all(contexts.map(context => context.watch()));
  console.log('build: watching');
}

function announce(bundle) {
  return {
    name: 'announce',
    setup(build) {
      build.onStart(() => console.log(`build: begin ${bundle.name}`));
      build.onEnd(result => console.log(`build: end ${bundle.name}, ${result.errors.length} errors`));
    },
  };
}

function settings(bundle) {
  return {
    absWorkingDir: root,
    entryPoints: [bundle.entry],
    outfile: bundle.outfile,
    bundle: true,
    minify: !dev,
    keepNames: false,
    sourcemap: dev ? 'linked' : false,
    legalComments: 'none',
    logLevel: 'warning',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.yaml': 'text' },
    ...bundle.options,
  };
}

function kilobytes(file) {
  return `${(fs.statSync(path.join(root, file)).size / 1024).toFixed(0).padStart(6)} KB`;
}
