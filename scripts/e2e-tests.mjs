// Runs test/e2e: a person's path through the packed extension, in a real VS Code. Options are mocha's: --grep TEXT. SHOTS=1 keeps the screenshots of passed tests too.
import { runMocha, testFiles } from './testing/mocha.mjs';

process.exitCode = await runMocha('e2e', testFiles('test/e2e'), { reporter: 'Spec', timeoutMs: 120_000, args: process.argv.slice(2) });
