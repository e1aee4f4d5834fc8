// Takes docs/kubectl/panel.png anew: what a person at kubectl sees, from the end-to-end test that types it. `node scripts/kubectl-picture.mjs` on Linux x64;
// look at it before you commit it.
import fs from 'node:fs';
import path from 'node:path';
import { fewColours } from './fewColours.mjs';
import { runMocha, testFiles } from './testing/mocha.mjs';
import { root } from './vscode-host/paths.mjs';

const args = ['--grep', 'kubectl in a terminal'];
process.exitCode = await runMocha('e2e', testFiles('test/e2e'), { reporter: 'Spec', timeoutMs: 120_000, args });
const folder = path.join(root, 'docs', 'kubectl');
fs.mkdirSync(folder, { recursive: true });
const taken = fs.readFileSync(path.join(root, 'out', 'screenshots', 'kubectl-2-rolling.png'));
if (process.exitCode === 0) fs.writeFileSync(path.join(folder, 'panel.png'), fewColours(taken));
