import fs from 'node:fs';

/**
 * CPU time that the main thread of a process has had, in ms: what its answers cost, whatever else the machine is busy with. NaN where the system does not
 * tell (all but Linux).
 */
export function mainThreadTime(pid: number): number {
  const file = `/proc/${pid}/task/${pid}/schedstat`;
  return fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8').split(' ')[0]) / 1e6 : Number.NaN;
}
