import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { forecast } from '../../core/forecast/forecast.ts';
import { nodeHistory } from '../../core/forecast/nodeHistory.ts';
import { spreadOverSeeds } from '../../core/forecast/seeds.ts';
import { simulate } from '../../core/simulation/run.ts';
import { scenarioApiVersion } from '../../core/simulation/scenarioFile.ts';
import type { Timeline } from '../../core/simulation/timeline.ts';
import { median, medianTime, type Row, report, row } from './kit/measure.ts';
import { rollout } from './kit/rollout.ts';

const subject = { namespace: 'default', name: 'app' };
const root = String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT);

/** What it costs to read a forecast out of a timeline, to repeat it over seeds, and to have it printed. All times are CPU times. */
function measure(): readonly Row[] {
  const middle = timelineOf(5_000);
  const large = timelineOf(50_000);
  return [
    row(
      'history of 5,000 nodes',
      medianTime(nothing, () => nodeHistory(middle, subject)),
      'ms',
      20,
    ),
    row(
      'forecast of 5,000 nodes',
      medianTime(nothing, () => forecast(middle, subject)),
      'ms',
      40,
    ),
    row(
      'history of 50,000 nodes',
      medianTime(nothing, () => nodeHistory(large, subject), { warmUp: 1, runs: 5 }),
      'ms',
      300,
    ),
    row('200 seeds of a rollout over 100 nodes', medianTime(nothing, seeds, { warmUp: 1, runs: 3 }), 'ms', 1_000),
    row('daemonscope simulate on the tutorial, process time', processTime(), 'ms', 150),
    row('… of which Node itself', nodeTime(), 'ms', 150),
    row('daemonscope simulate, 100,000 nodes, resident memory', hugeMemory(), 'MB', 1_074),
  ];
}

function timelineOf(nodes: number): Timeline {
  const simulated = simulate(rollout(nodes, '10%'));
  if (!simulated.ok) throw new Error(JSON.stringify(simulated.problems));
  return simulated.timeline;
}

function nothing(): void {}

function seeds(): void {
  for (const spread of spreadOverSeeds(rollout(100, '10%'), subject, 200)) if (spread.seeds === 200) return;
}

/** User and system time of the bundled command line, start of the process included. Needs `npm run build`. */
function processTime(): number {
  return childTime([cli, 'simulate', '--to', path.join(root, 'examples/tutorial/fluentd-elasticsearch.yaml'), '--no-what-if']);
}

function nodeTime(): number {
  return childTime(['-e', '0']);
}

const cli = path.join(root, 'dist/cli.js');

function childTime(args: readonly string[]): number {
  const times = Array.from({ length: 9 }, () => {
    const run = spawnSync('/usr/bin/env', ['bash', '-c', 'TIMEFORMAT="%U %S"; time "$0" "$@" >/dev/null', process.execPath, ...args], {
      encoding: 'utf8',
    });
    const [user = Number.NaN, system = Number.NaN] = run.stderr.trim().split(' ').map(Number);
    return (user + system) * 1000;
  });
  return median(times);
}

/** The greatest resident memory of a process that rolls over 100,000 nodes, in MB of 1,000,000 bytes (1 GiB is 1,074). */
function hugeMemory(): number {
  const script = `process.on('exit', () => console.error('peak', process.resourceUsage().maxRSS));`;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'daemonscope-bench-'));
  const [preload, scenario] = [path.join(folder, 'peak.cjs'), path.join(folder, 'scenario.yaml')];
  fs.writeFileSync(preload, script);
  fs.writeFileSync(scenario, JSON.stringify(hugeScenario()));
  const run = spawnSync(process.execPath, ['-r', preload, cli, 'simulate', '--scenario', scenario, '--no-what-if'], { encoding: 'utf8' });
  fs.rmSync(folder, { recursive: true });
  return (Number(/peak (\d+)/.exec(run.stderr)?.[1]) * 1024) / 1e6;
}

function hugeScenario(): object {
  const { baseline, events } = rollout(1, '10%');
  const [edit] = events;
  const nodes = [{ name: 'node', count: 100_000, zones: ['a', 'b', 'c'] }];
  return { apiVersion: scenarioApiVersion, kind: 'Scenario', nodes, baseline, edit: edit?.do === 'apply' ? edit.manifest : null };
}

report(measure());
