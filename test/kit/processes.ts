import fs from 'node:fs';

/** Processes below `ancestor` that run our language server, by id. Empty on systems without /proc. */
export function serverProcesses(ancestor: number): readonly number[] {
  return processes()
    .filter(one => one.command.includes('dist/server.js') && isBelow(one.pid, ancestor))
    .map(one => one.pid);
}

/** Command lines of all processes that name a folder. */
export function commandsOf(folder: string): readonly string[] {
  return processes()
    .map(one => one.command)
    .filter(command => command.includes(folder));
}

/** Whether processes can be looked at here. */
export const canSeeProcesses = fs.existsSync('/proc/self/stat');

function processes(): readonly { readonly pid: number; readonly command: string }[] {
  if (!canSeeProcesses) return [];
  return fs
    .readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(name => ({ pid: Number(name), command: read(`/proc/${name}/cmdline`).replaceAll('\0', ' ') }));
}

function isBelow(pid: number, ancestor: number): boolean {
  for (let current = pid; current > 1; current = parentOf(current)) if (current === ancestor) return true;
  return false;
}

/** The fourth field of stat; the second, a name in parentheses, may hold spaces. */
function parentOf(pid: number): number {
  const stat = read(`/proc/${pid}/stat`);
  return Number(
    stat
      .slice(stat.lastIndexOf(')') + 1)
      .trim()
      .split(' ')[1] ?? 0,
  );
}

function read(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
