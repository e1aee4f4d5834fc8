// Runs test/host in the extension host of a real VS Code: the one made of npm packages on Linux x64, a downloaded one elsewhere or with
// VSCODE_TEST_HOST=download. Builds dist/ first unless --no-build is given; --grep TEXT chooses tests.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import esbuild from 'esbuild';
import { buildExtension } from './vscode-host/extension.mjs';
import { root, supported } from './vscode-host/paths.mjs';
import { copyExamples, tempDir } from './vscode-host/workspace.mjs';

const { values } = parseArgs({ options: { build: { type: 'boolean', default: true }, grep: { type: 'string' } }, allowNegative: true });
const home = tempDir('daemonscope-host-');
const outfile = path.join(root, 'out', 'host-tests', `index-${process.pid}.cjs`);
try {
  if (values.build) await buildExtension();
  await bundle();
  installStandIn(path.join(home, 'extensions'));
  await runTests({
    vscodeExecutablePath: await executable(),
    extensionDevelopmentPath: root,
    extensionTestsPath: outfile,
    launchArgs: [
      copyExamples(home).folder,
      '--disable-workspace-trust',
      `--user-data-dir=${home}/data`,
      `--extensions-dir=${home}/extensions`,
    ],
    extensionTestsEnv: {
      TEST_COUNTS_FILE: process.env.TEST_COUNTS_FILE,
      TEST_GREP: values.grep,
    },
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  fs.rmSync(home, { recursive: true, force: true });
  for (const file of [outfile, `${outfile}.map`]) fs.rmSync(file, { force: true });
}

async function executable() {
  if (supported && process.env.VSCODE_TEST_HOST !== 'download')
    return fileURLToPath(new URL('vscode-host/executable.mjs', import.meta.url));
  return downloadAndUnzipVSCode({ version: 'stable' });
}

async function bundle() {
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['test/host/index.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'linked',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
}

/**
 * What stands in for Red Hat's YAML extension, as VS Code installs extensions: a folder and an entry in a list.
 * @param {string} extensions
 */
function installStandIn(extensions) {
  const relativeLocation = 'redhat.vscode-yaml-1.0.0';
  const folder = path.join(extensions, relativeLocation);
  fs.cpSync(path.join(root, 'test', 'host', 'redHatYaml'), folder, { recursive: true });
  const location = { $mid: 1, path: pathToFileURL(folder).pathname, scheme: 'file' };
  const entry = { identifier: { id: 'redhat.vscode-yaml' }, version: '1.0.0', location, relativeLocation };
  fs.writeFileSync(path.join(extensions, 'extensions.json'), JSON.stringify([entry]));
}
