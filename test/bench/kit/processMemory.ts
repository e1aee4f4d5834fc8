import fs from 'node:fs';

/** The resident memory of a process in MB, now or at its largest; NaN where the system does not tell (all but Linux). */
export function processMemory(pid: number | undefined, when: 'now' | 'atMost'): number {
  const status = `/proc/${pid}/status`;
  if (!fs.existsSync(status)) return Number.NaN;
  const field = when === 'now' ? /VmRSS:\s+(\d+)/ : /VmHWM:\s+(\d+)/;
  return Number(field.exec(fs.readFileSync(status, 'utf8'))?.[1]) / 1024;
}
