import { isMainThread } from 'node:worker_threads';
import { Command, CommanderError } from 'commander';
import { commandsFor } from './commands.ts';
import { exitCodes } from './exitCodes.ts';
import { WrongUse } from './wrongUse.ts';

/** The entry point of `daemonscope`: parses the command line, and turns every end into an exit code. */
async function main(argv: readonly string[]): Promise<number> {
  const outcome = { exitCode: exitCodes.fine as number };
  const program = new Command('daemonscope')
    .description('See a Kubernetes DaemonSet rollout before it happens.')
    .exitOverride()
    .showHelpAfterError('(daemonscope --help tells all options)')
    .addHelpText(
      'after',
      '\nExit codes: 0 fine · 1 errors are found, or a limit is exceeded · 2 wrong use or unreadable input · 3 a failure of daemonscope itself',
    );
  try {
    for (const make of await commandsFor(argv)) {
      program.addCommand(make(code => (outcome.exitCode = code)).copyInheritedSettings(program));
    }
    await program.parseAsync([...argv], { from: 'user' });
    return outcome.exitCode;
  } catch (error) {
    return endedBy(error);
  }
}

function endedBy(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.wrongUse;
  if (error instanceof WrongUse) {
    process.stderr.write(`daemonscope: ${error.message}\n`);
    return exitCodes.wrongUse;
  }
  process.stderr.write(
    `daemonscope: a failure of daemonscope itself, please report it: ${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return exitCodes.failure;
}

function runCommand(): void {
  // A reader that closes early (| head) is no failure of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? exitCodes.fine : exitCodes.failure));
  void main(process.argv.slice(2)).then(exitCode => {
    process.exitCode = exitCode;
  });
}

// The threads of `lint` run this same program.
if (isMainThread) runCommand();
else void import('./lint/lintWorker.ts').then(worker => worker.runLintWorker());
