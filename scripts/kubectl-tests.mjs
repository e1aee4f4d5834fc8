// Runs test/kubectl: a real kubectl against the simulated API server. Options are mocha's: --grep TEXT.
// --recorded: every recorded command, some minutes long; otherwise those of the two short recordings.
import { ensureKubectl } from './kubectl/ensureKubectl.mjs';
import { runMocha, testFiles } from './testing/mocha.mjs';

await ensureKubectl(console.log);
const args = process.argv.slice(2);
if (args.includes('--recorded')) process.env.DAEMONSCOPE_WHOLE_WALK = '1';
const rest = args.filter(arg => arg !== '--recorded');
process.exitCode = await runMocha('kubectl', testFiles('test/kubectl'), { reporter: 'Spec', timeoutMs: 120_000, args: rest });
