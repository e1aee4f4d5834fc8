// Builds dist/: `node scripts/build.mjs [--watch] [--dev] [NAME…]`. --dev: readable, with source maps beside the bundles; --watch implies it.
// With --watch it prints "build: begin" when a first bundle is built anew and "build: end" when none is any more: the F5 task waits for these.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { buildTogether } from './buildTogether.mjs';
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

if (watch) await watchAll();
else await buildAll();

async function buildAll() {
  // For debugging each is whole and alone: its source map stays true.
  const together = dev ? [] : present.filter(bundle => bundle.together);
  const alone = present.filter(bundle => !together.includes(bundle));
  const results = await Promise.allSettled([
    ...alone.map(bundle => esbuild.build({ ...settings(bundle), metafile: true })),
    ...(together.length > 0 ? [buildTogether(together, settings(together[0]))] : []),
  ]);
  if (results.some(result => result.status === 'rejected')) process.exit(1);
  const written = results.flatMap(result => Object.keys(result.value.metafile.outputs));
  if (names.length === 0) removeLeftovers(written);
  const inputs = results.flatMap(result => Object.values(result.value.metafile.outputs).flatMap(output => Object.keys(output.inputs)));
  if (names.length === 0) noteBundledPackages(inputs);
  for (const file of written.filter(file => file.endsWith('.js')).sort()) console.log(`${file.padEnd(28)} ${kilobytes(file)}`);
}

/** Takes away what an earlier build left, after this one: whoever runs dist/ meanwhile never finds it empty. */
function removeLeftovers(written) {
  for (const name of fs.readdirSync(path.join(root, 'dist'))) {
    if (!written.includes(`dist/${name}`)) fs.rmSync(path.join(root, 'dist', name), { recursive: true });
  }
}

/** Writes down which npm packages are in the bundles: NOTICE has to name them, and scripts/package.mjs sees to it. */
function noteBundledPackages(inputs) {
  const folders = inputs.map(input => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1]).filter(folder => folder !== undefined);
  fs.mkdirSync(path.join(root, 'out'), { recursive: true });
  fs.writeFileSync(path.join(root, 'out', 'bundled-packages.json'), JSON.stringify([...new Set(folders)].sort(), null, 2));
}

async function watchAll() {
  const plugins = [announcer()];
  const contexts = await Promise.all(
    present.map(bundle => esbuild.context({ ...settings(bundle), plugins: [...(settings(bundle).plugins ?? []), ...plugins] })),
  );
  await Promise.all(contexts.map(context => context.watch()));
}

/** Counts the bundles under way: they start and end in any order, and a person wants to know when all are done. */
function announcer() {
  let underWay = 0;
  return {
    name: 'announce',
    setup(build) {
      build.onStart(() => {
        if (underWay++ === 0) console.log('build: begin');
      });
      build.onEnd(() => {
        if (--underWay === 0) console.log('build: end');
      });
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
