import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A kubeconfig in a private folder of its own. */
export interface Kubeconfig {
  readonly file: string;
  /** Removes file and folder; more than once does no harm. */
  remove(): void;
}

/** Writes a kubeconfig that only this user can read (0600 in a folder of 0700). */
export function writeKubeconfig(server: string, authority: string, token: string): Kubeconfig {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'daemonscope-'));
  fs.chmodSync(folder, 0o700);
  const file = path.join(folder, 'kubeconfig');
  fs.writeFileSync(file, textOf(server, authority, token), { mode: 0o600, flag: 'wx' });
  return { file, remove: () => fs.rmSync(folder, { recursive: true, force: true }) };
}

/** JSON is YAML, and needs no care about quoting. */
function textOf(server: string, authority: string, token: string): string {
  const name = 'daemonscope';
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name, cluster: { server, 'certificate-authority-data': Buffer.from(authority).toString('base64') } }],
    users: [{ name, user: { token } }],
    contexts: [{ name, context: { cluster: name, user: name } }],
    'current-context': name,
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}
