// Runs test/web: the web extension in VS Code for the Web, in a real browser. Options are mocha's: --grep TEXT.
import { runMocha, testFiles } from './testing/mocha.mjs';

process.exitCode = await runMocha('web', testFiles('test/web'), { reporter: 'Spec', timeoutMs: 120_000, args: process.argv.slice(2) });
