import type { Command } from './command.ts';

/** Shows what extension and language server wrote. */
export const showOutput: Command = {
  name: 'showOutput',
  run: host => host.services.output.show(true),
};
