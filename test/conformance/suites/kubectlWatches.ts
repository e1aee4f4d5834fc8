import { handle } from '../../../core/apiserver/handle.ts';
import { type Watch, watchLines } from '../../../core/apiserver/reading/watch.ts';
import { advanceTo } from '../../../core/apiserver/server.ts';
import type { ApiServer } from '../../../core/apiserver/state.ts';
import { momentsOf } from '../../kubectl/kit/moments.ts';
import { namesIn } from '../../kubectl/kit/names.ts';
import { walks } from '../../kubectl/kit/recordedClusters.ts';
import { type RecordedRequest, recordsIn, textsOf } from '../../kubectl/kit/records.ts';
import { jsonLines } from '../recordings.ts';
import { guarded, type Suite } from '../suite.ts';
import { recordedServer, requestOf, sendRecorded } from './kubectlReplay.ts';

interface WatchRecord {
  readonly id: string;
  readonly requests: readonly RecordedRequest[];
  readonly timeline: readonly { readonly ms: number; readonly text: string }[];
}

/** What people saw who watched while a command of the tutorial did something: each pod goes through the same states, the counters through the same values. */
export const kubectlWatches: Suite = {
  name: 'kubectl/watches',
  replay(recordings, check) {
    const file = 'kubectl/watch.jsonl';
    if (!recordings.has(file)) return;
    const watches = jsonLines<WatchRecord>(recordings.text(file));
    const walk = walks(recordings).find(one => one.name === 'the walk')!;
    const records = recordsIn(recordings).filter(record => walk.pick(record.id) && record.topic === 'tutorial');
    const server = recordedServer(walk.begin);
    const moments = momentsOf(records, textsOf(recordings));
    const names = namesIn(records);
    for (const record of records) {
      advanceTo(server, Math.max(server.run.world.now + 100, moments.get(record.id)!.at));
      // t023-watch and t023-watch-pods were open while t023 ran
      const seen = watches.filter(({ id }) => id.startsWith(`${record.id}-watch`));
      const open = seen.map(one => openAs(server, one, names));
      for (const request of record.requests) sendRecorded(server, request, names);
      seen.forEach((one, i) => {
        const lasted = one.timeline.at(-1)?.ms ?? 0;
        const ours = linesOf(server, open[i]!, lasted + 2000);
        check(
          file,
          one.id,
          guarded(() => differenceOf(one, ours)),
        );
      });
    }
  },
};

type Rows = readonly (readonly string[])[];

/** An open watch, and the rows that the list before it showed. */
interface Opened {
  readonly watch: Watch;
  readonly listed: Rows;
}

const asTable = 'application/json;as=Table;v=v1;g=meta.k8s.io,application/json';

function openAs(server: ApiServer, { requests }: WatchRecord, names: ReturnType<typeof namesIn>): Opened {
  const watching = requests.findLast(({ path }) => path.includes('watch='))!;
  const request = { ...requestOf(server, watching, names), accept: asTable };
  const clock = { now: server.run.world.now, wall: 1_800_000_000_000 };
  const list = handle(server, { ...request, query: new Map([...request.query].filter(([key]) => key !== 'watch')) }, clock);
  const opened = handle(server, request, clock);
  if (list.kind !== 'response' || opened.kind !== 'watch') throw new Error('no watch');
  return { watch: opened.watch, listed: rowsIn(JSON.parse(list.response.body)) };
}

/** The rows of a watch while time passes: those of a list, then each change. */
function linesOf(server: ApiServer, { watch, listed }: Opened, ms: number): Rows {
  const begin = server.run.world.now;
  const rows: (readonly string[])[] = [...listed];
  for (let now = begin; now < begin + ms; now += 10) {
    advanceTo(server, now);
    const lines = watchLines(server, watch, { now, wall: 1_800_000_000_000 });
    for (const line of lines.split('\n').filter(one => one !== '')) rows.push(...rowsIn(JSON.parse(line).object));
  }
  return rows;
}

function rowsIn(table: { readonly rows: readonly { readonly cells: readonly unknown[] }[] }): Rows {
  return table.rows.map(({ cells }) => cells.map(String));
}

function differenceOf({ timeline }: WatchRecord, ours: Rows): string | null {
  const [header = '', ...lines] = timeline
    .map(({ text }) => text)
    .join('')
    .split('\n')
    .filter(line => line !== '');
  const theirs = lines.map(line => line.trim().split(/\s+/));
  const of = header.includes('UP-TO-DATE') ? counters : lives;
  const [a, b] = [of(theirs), of(ours)];
  return a === b ? null : `recorded ${a}\nours     ${b}`;
}

/** UP-TO-DATE from value to value, and the last row: how many are ready in between is a matter of some ms. */
function counters(rows: Rows): string {
  const values = rows.map(cells => cells[4] ?? '').filter((value, i, all) => value !== all[i - 1]);
  return `${values.join(' ')}; at last ${rows.at(-1)?.slice(1, 6).join(' ')}`;
}

/** The states that each pod went through; KWOK lets a pod that goes be Ready to its end. */
function lives(rows: Rows): string {
  const byPod = new Map<string, string[]>();
  for (const [name = '', ready = '', status = ''] of rows) {
    const states = byPod.get(name) ?? [];
    byPod.set(name, states);
    const state = status === 'Terminating' ? status : `${ready} ${status}`;
    if (states.at(-1) !== state) states.push(state);
  }
  return [...byPod.values()]
    .map(states => states.join(' > '))
    .sort()
    .join('\n');
}
