import assert from 'node:assert/strict';
import { type Assumptions, defaultAssumptions } from '../../core/simulation/assumptions.ts';
import type { Cluster } from '../../core/simulation/scenario.ts';
import { differing } from './kit/differing.ts';
import { commandRecords } from './kit/records.ts';
import { replay } from './kit/replay.ts';
import { type SimulatedCluster, startCluster } from './kit/simulatedCluster.ts';

const empty: Cluster = { name: 'empty', nodes: [], daemonSets: [], pods: [] };

/** The pace of the recorded cluster: a pod runs 1.8 s after it was made, and is gone 1.2 s after its delete. */
const asRecorded: Assumptions = {
  ...defaultAssumptions,
  ...{ bind: 50, sandbox: 1_450, imagePull: 0, containerStart: 300, applicationReady: 0, applicationStop: 200, teardown: 1_000 },
};

/** Every recorded command, typed into a real kubectl in the recorded order, on a cluster that began empty as theirs did. */
function replayAll(title: string, begin: Cluster, pick: (id: string) => boolean): void {
  describe(title, () => {
    let cluster: SimulatedCluster;
    const names = new Map<string, string>();
    before(async () => {
      cluster = await startCluster(begin, 0, asRecorded);
    });
    after(() => cluster.stop());
    const all = [...commandRecords('tutorial.jsonl'), ...commandRecords('commands.jsonl')];
    for (const record of all.filter(one => pick(one.id) && one.interrupted !== true && one.signal === undefined)) {
      const why = differing[record.id];
      it(`${record.id}: ${record.command}${why === undefined ? '' : ` (not compared: ${why})`}`, async () => {
        const difference = await replay(cluster, '1.36', record, names, why === undefined);
        if (why === undefined) assert.ok(difference === null, `${record.id}: ${record.command}\n${difference ?? ''}`);
      });
    }
  });
}

replayAll('recorded commands: the walk', empty, id => !id.startsWith('x-') && !id.startsWith('y-'));
replayAll('recorded commands: the second cluster', empty, id => id.startsWith('x-'));
replayAll('recorded commands: the third cluster', withNodes(), id => id.startsWith('y-'));

/** The third cluster had the nodes of the walk from the start. */
function withNodes(): Cluster {
  const [first] = commandRecords('tutorial.jsonl');
  return { ...empty, nodes: JSON.parse(first?.files?.['nodes.json'] ?? '{"items":[]}').items };
}
