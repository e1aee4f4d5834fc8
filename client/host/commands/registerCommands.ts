import * as vscode from 'vscode';
import { errorLine, errorText } from '../output.ts';
import type { CommandHost } from './command.ts';
import { commands } from './commands.ts';

/** Registers every command. One that fails says so in one line, and in full in the output. */
export function registerCommands(host: CommandHost): vscode.Disposable {
  return vscode.Disposable.from(
    ...commands.map(({ name, run }) =>
      vscode.commands.registerCommand(`daemonscope.${name}`, async (...args: unknown[]) => {
        try {
          await run(host, args);
        } catch (error) {
          host.services.output.error(`${name}: ${errorText(error)}`);
          void vscode.window.showErrorMessage(vscode.l10n.t('Daemonscope: {0}', errorLine(error)));
        }
      }),
    ),
  );
}
