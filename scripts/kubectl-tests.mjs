// Runs test/kubectl: a real kubectl against the simulated API server. Options are mocha's: --grep TEXT.
import { ensureKubectl } from './kubectl/ensureKubectl.mjs';
import { runMocha, testFiles } from './testing/mocha.mjs';

await ensureKubectl(console.log);
process.exitCode = await runMocha('kubectl', testFiles('test/kubectl'), {
  reporter: 'Spec',
  timeoutMs: 120_000,
  args: process.argv.slice(2),
});
