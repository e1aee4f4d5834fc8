import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ManifestChangedParams } from '../../../core/protocol/lsp.ts';
import { errorText } from '../output.ts';
import type { Platform } from '../platform.ts';
import type { Crash } from './connectionListener.ts';
import type { ServerState } from './serverState.ts';

/** The language server as the rest of the host sees it: asleep until it is needed, and the same object through every restart. */
export interface LanguageServer extends vscode.Disposable {
  readonly state: () => ServerState;
  /** Starts the server when it does not run, and waits for it. null: it cannot be had; the user has been told. */
  readonly ready: (because: string) => Promise<BaseLanguageClient | null>;
  /** Ends the server and starts a new one. */
  readonly restart: () => Promise<void>;
  readonly onDidChangeState: vscode.Event<ServerState>;
  readonly onManifestChanged: vscode.Event<ManifestChangedParams>;
}

/** Makes the server's handle; starts nothing. */
export function createLanguageServer(
  context: vscode.ExtensionContext,
  platform: Platform,
  output: vscode.LogOutputChannel,
): LanguageServer {
  const stateChanged = new vscode.EventEmitter<ServerState>();
  const manifestChanged = new vscode.EventEmitter<ManifestChangedParams>();
  let state: ServerState = 'stopped';
  let current: Promise<BaseLanguageClient | null> | null = null;

  const setState = (next: ServerState): void => {
    if (next === state) return;
    state = next;
    stateChanged.fire(next);
  };

  const onCrash = (crash: Crash): void => {
    output.warn(crash.restarted ? 'The language server died and is started again.' : 'The language server died too often and stays down.');
    if (!crash.restarted) setState('failed');
    if (!crash.restarted) void tellGivenUp();
    else if (crash.tell) void tellRestarted();
  };

  const start = async (because: string): Promise<BaseLanguageClient | null> => {
    output.info(`Starting the language server: ${because}.`);
    setState('starting');
    try {
      return await platform.connect(context, output, {
        onCrash,
        onState: setState,
        onManifestChanged: change => manifestChanged.fire(change),
      });
    } catch (error) {
      output.error(`The language server could not be started: ${errorText(error)}`);
      setState('failed');
      void tellGivenUp();
      return null;
    }
  };

  const stop = async (): Promise<void> => {
    const ending = current;
    current = null;
    const client = await ending;
    if (client?.needsStop()) await client.dispose();
    setState('stopped');
  };

  return {
    state: () => state,
    ready: because => {
      current ??= start(because);
      return current;
    },
    restart: async () => {
      await stop().catch(error => output.error(`The old language server did not end well: ${errorText(error)}`));
      current = start('asked for');
      await current;
    },
    onDidChangeState: stateChanged.event,
    onManifestChanged: manifestChanged.event,
    dispose: () => {
      void stop().catch(error => output.error(errorText(error)));
      stateChanged.dispose();
      manifestChanged.dispose();
    },
  };
}

async function tellRestarted(): Promise<void> {
  const show = vscode.l10n.t('Show Output');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('The Daemonscope language server stopped and was started again.'),
    show,
  );
  if (chosen === show) await vscode.commands.executeCommand('daemonscope.showOutput');
}

async function tellGivenUp(): Promise<void> {
  const restart = vscode.l10n.t('Restart Language Server');
  const show = vscode.l10n.t('Show Output');
  const message = vscode.l10n.t('The Daemonscope language server does not run: completion, problems and simulation are off.');
  const chosen = await vscode.window.showErrorMessage(message, restart, show);
  if (chosen === restart) await vscode.commands.executeCommand('daemonscope.restartServer');
  if (chosen === show) await vscode.commands.executeCommand('daemonscope.showOutput');
}
