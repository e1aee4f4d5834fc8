// Runs the unit tests: every *.test.ts beside the code, bundled into one file, with mocha. `npm run unit -- --grep TEXT`, `npm run unit -- core/controller`.
import os from 'node:os';
import { runMocha, testFiles } from './testing/mocha.mjs';

const args = process.argv.slice(2);
const folders = [];
while (args.length > 0 && !args[0].startsWith('-')) folders.push(args.shift());

const files = ['core', 'server', 'client', 'cli', 'test']
  .flatMap(testFiles)
  // These need a real VS Code or the packed extension: scripts of their own run them.
  .filter(file => !/^test\/(host|e2e|web|panel|start|package|kubectl)\//.test(file))
  .filter(file => folders.length === 0 || folders.some(folder => file.startsWith(folder)));
// All of them are a minute for one processor; a few are quicker, and easier to read, in one program.
const processes = folders.length > 0 || args.length > 0 ? 1 : Math.min(2, os.availableParallelism());
process.exitCode = await runMocha('unit', files, { reporter: 'Dot', timeoutMs: 60_000, args, processes });
