import { spawn } from 'node:child_process';
import path from 'node:path';
import { kubectlPath } from '../../../scripts/kubectl/ensureKubectl.mjs';
import type { SimulatedCluster } from './simulatedCluster.ts';

export interface Ran {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export type KubectlVersion = '1.35' | '1.36';

export interface Command {
  readonly line: string;
  readonly stdin?: string | undefined;
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** It is interrupted as soon as its output is so. */
  readonly until?: (stdout: string) => boolean;
  /** After so long it is interrupted. */
  readonly limitMs?: number | undefined;
}

/** Types a line into a shell in which `kubectl` is the one of that version and speaks with the cluster. */
export function type(
  cluster: SimulatedCluster,
  version: KubectlVersion,
  { line, stdin, env, until = never, limitMs = 30_000 }: Command,
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-c', line], {
      cwd: cluster.folder,
      env: {
        ...{ PATH: `${path.dirname(kubectlPath(version))}:${process.env.PATH ?? ''}`, HOME: path.join(cluster.folder, `home-${version}`) },
        ...{ KUBECONFIG: cluster.kubeconfig, LANG: 'C', TZ: 'UTC', ...env },
      },
      detached: true,
    });
    const ran = { stdout: '', stderr: '' };
    const interrupt = (): boolean => process.kill(-(child.pid ?? 0), 'SIGINT');
    child.stdout.setEncoding('utf8').on('data', text => {
      ran.stdout += text;
      if (until(ran.stdout)) interrupt();
    });
    child.stderr.setEncoding('utf8').on('data', text => (ran.stderr += text));
    const timer = setTimeout(interrupt, limitMs);
    child.once('error', reject);
    child.once('close', exitCode => {
      clearTimeout(timer);
      resolve({ exitCode, ...ran });
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(stdin ?? '');
  });
}

const never = (): boolean => false;
