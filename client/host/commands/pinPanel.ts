import type { Command } from './command.ts';

/** Keeps the active panel with its DaemonSet when another editor becomes the active one. */
export const pinPanel: Command = {
  name: 'pinPanel',
  run: ({ panels }) => panels.pinActive(true),
};
