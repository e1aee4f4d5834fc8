import type * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { HostToServe, ServeToHost } from '../../core/protocol/serve.ts';
import type { ConnectionListener } from './languageClient/connectionListener.ts';

/** What differs between the Node extension host and the one in a browser's worker. */
export interface Platform {
  /**
   * Starts a server (a child process, or a worker) and a client on it. Fails when the server does not answer.
   * Loads the client library only when it is called: activation must be quick.
   */
  readonly connect: (
    context: vscode.ExtensionContext,
    output: vscode.LogOutputChannel,
    listener: ConnectionListener,
  ) => Promise<BaseLanguageClient>;
  /** Serves a simulated cluster to kubectl, with the arguments of `daemonscope serve`; null where no process can be started. */
  readonly serveCluster: ((context: vscode.ExtensionContext, args: readonly string[]) => Promise<ServedCluster>) | null;
  /** A text nobody can guess, of letters and digits, for a page's Content-Security-Policy. */
  readonly newNonce: () => string;
}

/** A simulated cluster that answers kubectl, in a process of its own. */
export interface ServedCluster {
  /** The file that KUBECONFIG has to name. */
  readonly kubeconfig: string;
  /** Whether there is a kubectl on the PATH. */
  readonly hasKubectl: boolean;
  /** Calls back with what the process tells. */
  readonly onMessage: (told: (message: ServeToHost) => void) => void;
  readonly say: (message: HostToServe) => void;
  readonly ended: Promise<void>;
  readonly stop: () => void;
}

/** The id under which the client is known to VS Code, and the prefix of its settings. */
export const clientId = 'daemonscope';
export const clientName = 'Daemonscope';
