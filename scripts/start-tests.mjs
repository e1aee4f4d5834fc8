// Runs test/start: npm start as a new user meets it. Options are mocha's: --grep TEXT.
import { runMocha, testFiles } from './testing/mocha.mjs';

process.exitCode = await runMocha('start', testFiles('test/start'), { reporter: 'Spec', timeoutMs: 120_000, args: process.argv.slice(2) });
