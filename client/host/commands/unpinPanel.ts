import type { Command } from './command.ts';

/** Lets the active panel go along with the active editor again. */
export const unpinPanel: Command = {
  name: 'unpinPanel',
  run: ({ panels }) => panels.pinActive(false),
};
