import assert from 'node:assert/strict';
import { at, type JsonObject } from '../../core/base/json.ts';
import { parseTime } from '../../core/kubernetes/objects/time.ts';
import { kubectlDuration } from '../../core/presentation/duration.ts';
import { daemonSetTable, getDaemonSets } from '../../core/presentation/getDaemonSets.ts';
import { eventTable, getEvents } from '../../core/presentation/getEvents.ts';
import { getNodes, nodeTable } from '../../core/presentation/getNodes.ts';
import { podTable } from '../../core/presentation/getPods.ts';
import type { RecordedEvent } from '../../core/presentation/recordedEvents.ts';
import { type Column, tableText } from '../../core/presentation/table.ts';
import { daemonSetFrom, nodeFrom, podFrom, printed, type RecordedRows, recorded, timeFrom } from './recordings.ts';

const header = (name: string): Column => ({ name, type: 'string', format: '', priority: 0 });

describe('kubectl get, against recordings', () => {
  it('writes every duration as kubectl does', () => {
    const wrong = recorded<{ seconds: number; human: string }[]>('durations')
      .map(({ seconds, human }) => ({ seconds, human, ours: kubectlDuration(seconds * 1000) }))
      .filter(({ human, ours }) => human !== ours);
    assert.deepEqual(wrong, []);
  });

  for (const name of ['get-daemonsets', 'get-daemonsets-all-wide', 'get-pods-wide', 'get-nodes', 'get-events', 'get-events-wide']) {
    it(`aligns the cells of ${name} byte for byte`, () => {
      const text = printed(name);
      const lines = text.split('\n').filter(line => line !== '');
      const starts = columnStarts(lines);
      const cells = lines.map(line => starts.map((start, i) => line.slice(start, starts[i + 1]).trimEnd()));
      assert.equal(tableText({ columns: (cells[0] ?? []).map(header), rows: cells.slice(1) }), text);
    });
  }

  it('gives the cells of DaemonSets that the API server gave', () => {
    const { cells, objects } = recorded<RecordedRows>('daemonsets');
    const base = timeFrom(momentOf(objects, cells, 7));
    assert.deepEqual(
      daemonSetTable(
        objects.map(json => daemonSetFrom(json, base)),
        0,
      ).rows,
      cells,
    );
  });

  it('gives the cells of pods that the API server gave', () => {
    const { cells, objects } = recorded<RecordedRows>('pods');
    const base = timeFrom(momentOf(objects, cells, 4));
    assert.deepEqual(
      podTable(
        objects.map(json => podFrom(json, base)),
        0,
      ).rows,
      cells,
    );
  });

  it('gives the cells of nodes that the API server gave, ages aside', () => {
    const { cells, objects } = recorded<RecordedRows>('nodes');
    const names = cells.map(row => row[0]);
    const nodes = objects.map(json => nodeFrom(json, timeFrom('2026-11-23T12:10:27Z'))).filter(node => names.includes(node.name));
    const withoutAge = (row: readonly unknown[]): unknown[] => row.filter((_, index) => index !== 3);
    assert.deepEqual(nodeTable(nodes, 0).rows.map(withoutAge), cells.map(withoutAge));
  });

  it('gives the cells of events that the API server gave, names aside', () => {
    const { cells, objects } = recorded<RecordedRows>('events');
    const moment = (parseTime('2026-11-23T12:04:16Z') ?? 0) + 47_000;
    const events = objects.map(json => recordedEvent(json, moment));
    const withoutName = (row: readonly unknown[]): unknown[] => row.slice(0, 9);
    assert.deepEqual(eventTable(events, 0).rows.map(withoutName), cells.map(withoutName));
    assert.equal(getEvents(events, 0).split('\n').length, 22);
  });

  it('prints the whole table of the tutorial from the objects', () => {
    const base = timeFrom('2026-11-23T12:02:14Z');
    const json = recorded<JsonObject>('daemonset');
    assert.equal(
      getDaemonSets([daemonSetFrom(json, base)], 0),
      'NAME                    DESIRED   CURRENT   READY   UP-TO-DATE   AVAILABLE   NODE SELECTOR   AGE\n' +
        'fluentd-elasticsearch   2         2         2       2            2           <none>          2s\n',
    );
  });

  it('prints nothing without rows, and a namespace column on request', () => {
    const { objects } = recorded<RecordedRows>('nodes');
    const node = nodeFrom(objects[3]!, timeFrom('2026-11-23T12:10:27Z'));
    assert.equal(getNodes([], 0), '');
    assert.match(getNodes([{ ...node, unschedulable: true }], 0), /^NAME +STATUS .*\nworker-1 {3}Ready,SchedulingDisabled {3}<none> {3}/);
    assert.equal(
      tableText({ columns: [header('Name')], rows: [['a\nb']] }, { namespaces: ['ns'] }),
      'NAMESPACE   NAME\nns          a...\n',
    );
  });
});

/** Where columns begin: a header word with at least two spaces before it. */
function columnStarts(lines: readonly string[]): number[] {
  return [...(lines[0] ?? '').matchAll(/(?:^|(?<= {2}))\S/g)].map(match => match.index);
}

/** A moment at which all ages are as recorded: the latest creation and its age. */
function momentOf(objects: readonly JsonObject[], cells: RecordedRows['cells'], ageColumn: number): string {
  for (let second = 0; second < 600; second++) {
    const moment = `2026-11-23T12:${String(4 + Math.floor(second / 60)).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}Z`;
    const fits = objects.every((json, row) => {
      const created = parseTime(String(at(json, 'metadata', 'creationTimestamp'))) ?? 0;
      return kubectlDuration((parseTime(moment) ?? 0) - created) === cells[row]?.[ageColumn];
    });
    if (fits) return moment;
  }
  throw new Error('no moment fits all ages');
}

function recordedEvent(json: JsonObject, moment: number): RecordedEvent {
  const text = (...path: string[]): string => String(at(json, ...path));
  const time = (field: string): number => (parseTime(text(field)) ?? 0) - moment;
  return {
    event: {
      at: time('lastTimestamp'),
      type: text('type') === 'Warning' ? 'Warning' : 'Normal',
      reason: text('reason'),
      message: text('message'),
      source: text('source', 'component'),
      regarding: {
        kind: text('involvedObject', 'kind'),
        namespace: text('involvedObject', 'namespace'),
        name: text('involvedObject', 'name'),
      },
    },
    message: text('message'),
    firstAt: time('firstTimestamp'),
    lastAt: time('lastTimestamp'),
    count: Number(at(json, 'count')),
  };
}
