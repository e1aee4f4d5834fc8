import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A kubeconfig in a private folder of its own. */
export interface Kubeconfig {
  readonly file: string;
  /** Removes file and folder; more than once does no harm. */
  remove(): void;
}

/** Folders are called so, with the number of the process that made them. */
const prefix = 'daemonscope-serve-';

/** Writes a kubeconfig that only this user can read (0600 in a folder of 0700). */
export function writeKubeconfig(server: string, authority: string, token: string): Kubeconfig {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `${prefix}${process.pid}-`));
  fs.chmodSync(folder, 0o700);
  const file = path.join(folder, 'kubeconfig');
  fs.writeFileSync(file, textOf(server, authority, token), { mode: 0o600, flag: 'wx' });
  return { file, remove: () => fs.rmSync(folder, { recursive: true, force: true }) };
}

/** Removes what processes left that were killed before they could. Folders of processes that live, of other users, and of other names stay. */
export function removeLeftOver(among: string = os.tmpdir()): void {
  for (const { name } of foldersIn(among)) {
    const [, pid] = new RegExp(`^${prefix}(\\d{1,10})-\\w{6}$`).exec(name) ?? [];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const folder = path.join(among, name);
    try {
      if (fs.lstatSync(folder).uid === process.getuid?.()) fs.rmSync(folder, { recursive: true, force: true });
    } catch {
      // someone else has removed it meanwhile, or may and we may not
    }
  }
}

function foldersIn(folder: string): readonly fs.Dirent[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true }).filter(one => one.isDirectory());
  } catch {
    return [];
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // a process of someone else lives, too
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
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
