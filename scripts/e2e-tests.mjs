// Runs test/e2e: a person's path through the packed extension, in a real VS Code. Options are mocha's: --grep TEXT, and then one VS Code does. SHOTS=1 keeps the screenshots of passed tests too.
import { runMocha, testFiles } from './testing/mocha.mjs';

const args = process.argv.slice(2);
// Windows wait for each other more than they compute: two VS Codes at one time take little more than half as long.
const processes = args.length > 0 ? 1 : 2;
process.exitCode = await runMocha('e2e', testFiles('test/e2e'), { reporter: 'Spec', timeoutMs: 120_000, args, processes });
