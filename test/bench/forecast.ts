import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { forecast } from '../../core/forecast/forecast.ts';
import { nodeHistory } from '../../core/forecast/nodeHistory.ts';
import { spreadOverSeeds } from '../../core/forecast/seeds.ts';
import { simulate } from '../../core/simulation/run.ts';
import type { Timeline } from '../../core/simulation/timeline.ts';
import { median, medianTime, type Row, report, row } from './kit/measure.ts';
import { rollout } from './kit/rollout.ts';

const subject = { namespace: 'default', name: 'app' };
const root = String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT);

/** What it costs to read a forecast out of a timeline, to repeat it over seeds, and to have it printed. */
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
  const manifest = path.join(root, 'examples/tutorial/fluentd-elasticsearch.yaml');
  const args = [path.join(root, 'dist/cli.js'), 'simulate', '--to', manifest, '--no-what-if'];
  const times = Array.from({ length: 7 }, () => {
    const run = spawnSync('/usr/bin/env', ['bash', '-c', 'TIMEFORMAT="%U %S"; time "$0" "$@" >/dev/null', process.execPath, ...args], {
      encoding: 'utf8',
    });
    const [user = Number.NaN, system = Number.NaN] = run.stderr.trim().split(' ').map(Number);
    return (user + system) * 1000;
  });
  return median(times);
}

report(measure());
