import * as vscode from 'vscode';
import type { Log } from '../output.ts';
import type { ServedCluster } from '../platform.ts';
import { createServedWorld, type ServedWorld } from './servedWorld.ts';

/** A served world and the terminal whose kubectl works on it: they end together. */
export interface OpenWorld {
  readonly world: ServedWorld;
  readonly terminal: vscode.Terminal;
  /** What a person calls it: its cluster. */
  readonly label: string;
}

/** The served worlds of this window. */
export interface ServedWorlds {
  /** Starts one with the arguments of `daemonscope serve`; fails with what the process says when it does not come up. */
  readonly start: (args: readonly string[], label: string, cwd: vscode.Uri | undefined) => Promise<OpenWorld>;
  readonly open: () => readonly OpenWorld[];
}

export function createServedWorlds(serve: (args: readonly string[]) => Promise<ServedCluster>, output: Log): ServedWorlds {
  const open = new Set<OpenWorld>();
  let count = 0;
  return {
    open: () => [...open],
    start: async (args, label, cwd) => {
      const cluster = await serve(args);
      const world = createServedWorld(++count, cluster, () => Date.now());
      const one = { world, label, terminal: openTerminal(cluster, cwd) };
      open.add(one);
      world.onRefused(message => void vscode.window.showWarningMessage(vscode.l10n.t('The simulated cluster refuses: {0}', message)));
      void cluster.ended.then(() => {
        open.delete(one);
        output.info(`The simulated cluster ${label} has ended.`);
      });
      return one;
    },
  };
}

/** A terminal of the next window would point at a cluster that is gone: it is not kept. */
function openTerminal({ kubeconfig, ended, stop }: ServedCluster, cwd: vscode.Uri | undefined): vscode.Terminal {
  const terminal = vscode.window.createTerminal({
    name: vscode.l10n.t('kubectl, simulated'),
    env: { KUBECONFIG: kubeconfig },
    ...(cwd === undefined ? {} : { cwd }),
    message: vscode.l10n.t(
      'kubectl works on a simulated cluster here. Try: kubectl get nodes; kubectl apply -f FILE; kubectl rollout status ds/NAME',
    ),
    iconPath: new vscode.ThemeIcon('play-circle'),
    isTransient: true,
  });
  const closing = vscode.window.onDidCloseTerminal(closed => {
    if (closed === terminal) stop();
  });
  void ended.then(() => {
    closing.dispose();
    if (terminal.exitStatus === undefined) terminal.dispose();
  });
  terminal.show();
  return terminal;
}
