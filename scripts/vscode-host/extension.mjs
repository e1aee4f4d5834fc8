// The extension as the kit brings it into a VS Code.
import fs from 'node:fs';
import path from 'node:path';
import { run } from './install.mjs';
import { root } from './paths.mjs';

/** Builds dist/. Rejects with what the build printed. */
export const buildExtension = () => run(process.execPath, [path.join(root, 'scripts', 'build.mjs')], root);

/**
 * Puts this repository into an extensions folder: VS Code loads the same files as from a packed extension, and a rebuild shows after a
 * reload of the window.
 * @param {string} extensionsDir
 */
export function linkExtension(extensionsDir) {
  const { publisher, name, version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  fs.mkdirSync(extensionsDir, { recursive: true });
  fs.symlinkSync(root, path.join(extensionsDir, `${publisher}.${name}-${version}`), 'junction');
}

/**
 * Packs the extension as for the marketplace. DAEMONSCOPE_VSIX names one that is packed already.
 * @param {import('./install.mjs').Log} log
 * @returns {Promise<string>} the .vsix
 */
export async function packExtension(log) {
  if (process.env.DAEMONSCOPE_VSIX !== undefined) return path.resolve(process.env.DAEMONSCOPE_VSIX);
  log('packing the extension');
  await run(process.execPath, [path.join(root, 'scripts', 'package.mjs')], root);
  return packedFile();
}

/** Where `npm run package` puts it. */
export function packedFile() {
  const { name, version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  return path.join(root, `${name}-${version}.vsix`);
}
