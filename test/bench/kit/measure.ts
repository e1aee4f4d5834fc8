import os from 'node:os';
import { parseArgs } from 'node:util';
import v8 from 'node:v8';

// Garbage is collected between two measurements; that must not throw away compiled code.
v8.setFlagsFromString('--no-flush-bytecode');

/** One line of a benchmark's table. */
export interface Row {
  readonly work: string;
  readonly value: number;
  readonly unit: string;
  readonly target: string;
  readonly ok: boolean;
}

/**
 * Median time of `run` in milliseconds, after a warm-up; each run works on what `prepare` makes, which is not counted.
 * It is the CPU time of this process, garbage collection included: what else the machine is busy with does not count.
 */
export function medianTime<T>(prepare: () => T, run: (prepared: T) => unknown, { warmUp = 3, runs = 9 } = {}): number {
  for (let i = 0; i < warmUp; i++) run(prepare());
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const prepared = prepare();
    collectGarbage();
    const before = process.cpuUsage();
    run(prepared);
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  return median(times);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function collectGarbage(): void {
  (globalThis as { gc?: () => void }).gc?.();
}

/** A line; `limit` infinite: nobody has set one. */
export function row(work: string, value: number, unit: string, limit: number, atMost = true): Row {
  const ok = atMost ? value <= limit : value >= limit;
  return {
    work,
    value,
    unit,
    target: Number.isFinite(limit) ? `${atMost ? '≤' : '≥'} ${limit.toLocaleString('en')} ${unit}`.trim() : '',
    ok,
  };
}

/** Prints the table, or with `--json` the rows with the machine they were measured on. */
export function report(rows: readonly Row[]): void {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
  const machine = `${os.cpus().length} × ${os.cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}`;
  if (values.json) {
    console.log(JSON.stringify({ machine, rows }, null, 2));
    return;
  }
  const cells = [['work', 'measured', 'target', ''], ...rows.map(cellsOf)];
  const widths = [0, 1, 2].map(column => Math.max(...cells.map(line => line[column]?.length ?? 0)));
  for (const line of cells) console.log(line.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  '));
  console.log(machine);
}

function cellsOf({ work, value, unit, target, ok }: Row): readonly string[] {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return [
    work,
    `${value.toLocaleString('en', { maximumFractionDigits: digits })} ${unit}`.trim(),
    target,
    target === '' ? '' : ok ? 'ok' : 'MISSED',
  ];
}
