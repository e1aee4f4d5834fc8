import type { Command } from 'commander';

/** Makes a command; `ended` is told the exit code. */
type MakeCommand = (ended: (exitCode: number) => void) => Command;

/** The commands by name. The code of each is read when it is asked for: they share little but the core, and who simulates needs no certificates. */
const commands: ReadonlyMap<string, () => Promise<MakeCommand>> = new Map([
  ['lint', async () => (await import('./lint/command.ts')).lintCommand],
  ['simulate', async () => (await import('./simulate/command.ts')).simulateCommand],
  ['serve', async () => (await import('./serve/command.ts')).serveCommand],
]);

/** The command that a command line begins with; all of them when it begins with none, for the help and for what to say of a wrong name. */
export function commandsFor(argv: readonly string[]): Promise<readonly MakeCommand[]> {
  const asked = commands.get(argv[0] ?? '');
  return Promise.all((asked === undefined ? [...commands.values()] : [asked]).map(load => load()));
}
