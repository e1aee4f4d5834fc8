// Runs test/panel: the panel's page with its real worker in a real browser, without VS Code. Takes dist/ as it is. Options are mocha's: --grep TEXT.
import { runMocha, testFiles } from './testing/mocha.mjs';

process.exitCode = await runMocha('panel', testFiles('test/panel'), { reporter: 'Spec', timeoutMs: 120_000, args: process.argv.slice(2) });
