// Packs the extension: `npm run package` builds dist/, writes daemonscope-VERSION.vsix and checks what is in it. Fails on any warning of vsce.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { mostBytes, wrongContents } from './package/contents.mjs';
import { renewNotice } from './package/notice.mjs';
import { listZip } from './package/zip.mjs';
import { installTool } from './vscode-host/install.mjs';
import { root, toolDir } from './vscode-host/paths.mjs';

const { name, version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
const file = path.join(root, `${name}-${version}.vsix`);

// First of all: when something below fails, nobody shall take an old one for this one.
fs.rmSync(file, { force: true });
await installTool('package', { title: 'vsce, which packs the extension,', log: console.log });
run([path.join(root, 'scripts', 'build.mjs')]);
// No repository address is known yet, and no file of node_modules is needed: everything is bundled.
const flags = ['--no-dependencies', '--no-rewrite-relative-links', '--allow-missing-repository', '--out', file];
const said = run([path.join(toolDir('package'), 'node_modules', '@vscode', 'vsce', 'vsce'), 'package', ...flags]);

const warnings = said.split('\n').filter(line => /warning/i.test(line));
const bytes = fs.statSync(file).size;
const contents = listZip(fs.readFileSync(file));
const renewed = renewNotice();
const wrong = [
  ...warnings,
  ...(renewed ? ['NOTICE did not name what is bundled and has been written anew: look at it and commit it'] : []),
  ...wrongContents(
    contents.map(entry => entry.name),
    bytes,
  ),
];
for (const entry of contents)
  console.log(`${entry.name.padEnd(44)} ${String(entry.size).padStart(8)} → ${String(entry.packed).padStart(7)}`);
console.log(`${path.basename(file)}: ${contents.length} files, ${(bytes / 1024).toFixed(0)} KB of at most ${mostBytes / 1024}`);
for (const line of wrong) console.error(`wrong: ${line}`);
process.exitCode = wrong.length > 0 ? 1 : 0;

/**
 * Runs a Node script in the root folder and returns what it printed; ends this one when it fails.
 * @param {string[]} args
 */
function run(args) {
  const ran = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  const printed = `${ran.stdout}${ran.stderr}`;
  if (ran.status === 0) return printed;
  console.error(printed);
  process.exit(ran.status ?? 1);
}
