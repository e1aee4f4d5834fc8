import type { Command } from './command.ts';

/** Starts the language server anew. */
export const restartServer: Command = {
  name: 'restartServer',
  run: host => host.services.server.restart(),
};
