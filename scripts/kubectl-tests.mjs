// Runs test/kubectl: a real kubectl against the simulated API server. Options are mocha's: --grep TEXT.
// --recorded: also every recorded command, some minutes long. How far a rollout has come between two commands depends on the machine there.
import { ensureKubectl } from './kubectl/ensureKubectl.mjs';
import { runMocha, testFiles } from './testing/mocha.mjs';

await ensureKubectl(console.log);
const args = process.argv.slice(2);
const recorded = args.includes('--recorded');
const files = testFiles('test/kubectl').filter(file => recorded || !file.endsWith('/recordedCommands.test.ts'));
const rest = args.filter(arg => arg !== '--recorded');
process.exitCode = await runMocha('kubectl', files, { reporter: 'Spec', timeoutMs: 120_000, args: rest });
