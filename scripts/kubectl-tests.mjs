// Runs test/kubectl: a real kubectl against the simulated API server. Options are mocha's: --grep TEXT.
// --recorded: every recorded command, some minutes long; otherwise those of the two short recordings.
import { ensureClientNode } from './kubectl/ensureClientNode.mjs';
import { ensureKubectl } from './kubectl/ensureKubectl.mjs';
import { runMocha, testFiles } from './testing/mocha.mjs';

await Promise.all([ensureKubectl(console.log), ensureClientNode(console.log)]);
const args = process.argv.slice(2);
if (args.includes('--recorded')) process.env.DAEMONSCOPE_WHOLE_WALK = '1';
const rest = args.filter(arg => arg !== '--recorded');
process.exitCode = await runMocha('kubectl', testFiles('test/kubectl'), { reporter: 'Spec', timeoutMs: 120_000, args: rest });
