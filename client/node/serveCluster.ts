import { type ChildProcess, fork } from 'node:child_process';
import type * as vscode from 'vscode';
import type { ServedCluster } from '../host/platform.ts';

/**
 * Starts `daemonscope serve` as a child process and waits until it answers. The child ends when its channel does: with {@link ServedCluster.stop}, and
 * with this extension host. Fails with what the child says when it does not come up.
 */
export function serveCluster(context: vscode.ExtensionContext, args: readonly string[]): Promise<ServedCluster> {
  const child = fork(context.asAbsolutePath('dist/cli.js'), ['serve', ...args], { silent: true, execArgv: [] });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4000);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', code => reject(new Error(said.trim() || `daemonscope serve ended with code ${code}`)));
    child.on('message', message => {
      const kubeconfig = kubeconfigOf(message);
      if (kubeconfig !== null) resolve({ kubeconfig, ended: endOf(child), stop: () => child.connected && child.disconnect() });
    });
  });
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise(resolve => child.once('exit', () => resolve()));
}

function kubeconfigOf(message: unknown): string | null {
  if (typeof message !== 'object' || message === null || !('kind' in message) || !('kubeconfig' in message)) return null;
  return message.kind === 'ready' && typeof message.kubeconfig === 'string' ? message.kubeconfig : null;
}
