import { type ChildProcess, fork } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type * as vscode from 'vscode';
import { fromServe, type HostToServe, type ServeToHost } from '../../core/protocol/serve.ts';
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
  // Nobody reads the greeting; a pipe that is full would stop the child.
  child.stdout?.resume();
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', code => reject(new Error(said.trim() || `daemonscope serve ended with code ${code}`)));
    child.on('message', raw => {
      const message = fromServe(raw);
      if (message?.kind === 'ready') resolve(servedBy(child, message));
    });
  });
}

function servedBy(child: ChildProcess, { kubeconfig, kubectl }: Extract<ServeToHost, { kind: 'ready' }>): ServedCluster {
  return {
    ...{ kubeconfig, hasKubectl: kubectl },
    onMessage: told =>
      child.on('message', raw => {
        const message = fromServe(raw);
        if (message !== null) told(message);
      }),
    say: (message: HostToServe) => void (child.connected && child.send(message, () => undefined)),
    ended: endOf(child, kubeconfig),
    stop: () => child.connected && child.disconnect(),
  };
}

/** A child that was killed could not take its kubeconfig away. */
function endOf(child: ChildProcess, kubeconfig: string): Promise<void> {
  return new Promise(resolve =>
    child.once('exit', () => {
      const folder = path.dirname(kubeconfig);
      if (path.basename(folder).startsWith('daemonscope-serve-')) fs.rmSync(folder, { recursive: true, force: true });
      resolve();
    }),
  );
}
