// Builds bundles of Node that share code: what several need lies once, in a chunk beside them, and what one of them imports late in a chunk of its own.
import fs from 'node:fs';
import path from 'node:path';
import esbuild from 'esbuild';

/**
 * esbuild splits ES modules only, so that is what it makes first; each is then turned into the CommonJS that the extension host and `node FILE` load
 * without waiting. Their own settings must be alike, but for a banner.
 * @param {readonly { entry: string, outfile: string, options: import('esbuild').BuildOptions }[]} bundles
 * @param {import('esbuild').BuildOptions} settings what all of them are built with
 */
export async function buildTogether(bundles, settings) {
  const { outfile: _, banner: _banner, ...alike } = settings;
  const built = await esbuild.build({
    ...alike,
    entryPoints: Object.fromEntries(bundles.map(({ entry, outfile }) => [path.basename(outfile, '.js'), entry])),
    outdir: path.dirname(bundles[0].outfile),
    chunkNames: '[name]-[hash]',
    format: 'esm',
    // Kept until the second step, which makes a late `require` of it.
    supported: {},
    splitting: true,
    write: false,
    metafile: true,
  });
  const banners = new Map(bundles.map(({ outfile, options }) => [path.resolve(settings.absWorkingDir, outfile), options.banner?.js]));
  await Promise.all(built.outputFiles.map(async file => write(file, await toCommonJs(file.text, banners.get(file.path), settings))));
  return built;
}

/**
 * @param {string} code
 * @param {string | undefined} banner
 * @param {import('esbuild').BuildOptions} settings
 */
async function toCommonJs(code, banner, { minify, target, platform, supported }) {
  const transformed = await esbuild.transform(code, { format: 'cjs', minify, target, platform, supported, banner });
  return transformed.code;
}

/** Never half of a file, nor none: whoever runs dist/ meanwhile finds the old one or the new one. */
function write(file, code) {
  fs.mkdirSync(path.dirname(file.path), { recursive: true });
  fs.writeFileSync(`${file.path}.new`, code);
  fs.renameSync(`${file.path}.new`, file.path);
}
