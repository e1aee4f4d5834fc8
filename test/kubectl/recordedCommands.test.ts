import assert from 'node:assert/strict';
import type { JsonObject } from '../../core/base/json.ts';
import { type Assumptions, defaultAssumptions } from '../../core/simulation/assumptions.ts';
import type { Cluster } from '../../core/simulation/scenario.ts';
import { mayDiffer } from './kit/differing.ts';
import { momentsOf } from './kit/moments.ts';
import { namesIn } from './kit/names.ts';
import { commandRecords, kubectlRecordings, textsOf } from './kit/records.ts';
import { replay } from './kit/replay.ts';
import { type SimulatedCluster, startCluster } from './kit/simulatedCluster.ts';

const empty: Cluster = { name: 'empty', nodes: [], daemonSets: [], pods: [] };

/** The pace of the recorded cluster: a pod runs 1.8 s after it was made, and is gone 1.2 s after its delete. */
const asRecorded: Assumptions = {
  ...defaultAssumptions,
  ...{ bind: 60, sandbox: 1_440, imagePull: 0, containerStart: 300, applicationReady: 0, applicationStop: 10, teardown: 1_190 },
};

/** Every recorded command, typed into a real kubectl in the recorded order, on a cluster that began empty as theirs did. */
function replayAll(title: string, begin: Cluster, pick: (id: string) => boolean): void {
  describe(title, () => {
    let cluster: SimulatedCluster;
    before(async () => {
      cluster = await startCluster(begin, 0, asRecorded);
    });
    after(() => cluster.stop());
    const all = [...commandRecords('tutorial.jsonl'), ...commandRecords('commands.jsonl')].filter(one => pick(one.id));
    const moments = momentsOf(all, textsOf(kubectlRecordings()));
    const names = namesIn(all);
    for (const record of all.filter(one => one.interrupted !== true && one.signal === undefined)) {
      it(`${record.id}: ${record.command}`, async () => {
        const difference = await replay(cluster, record, moments.get(record.id)!, names, mayDiffer(record) === undefined);
        const why = mayDiffer(record);
        if (difference !== null && why !== undefined) console.log(`      ${record.id} differs: ${why}`);
        else assert.ok(difference === null, `${record.id}: ${record.command}\n${difference ?? ''}`);
      });
    }
  });
}

replayAll('recorded commands: the second cluster', empty, id => id.startsWith('x-'));
replayAll('recorded commands: the third cluster', withNodes(), id => id.startsWith('y-'));
// the long one is for `npm run conformance`
if (process.env.DAEMONSCOPE_WHOLE_WALK === '1')
  replayAll('recorded commands: the walk', empty, id => !id.startsWith('x-') && !id.startsWith('y-'));

/** The third cluster had the nodes of the walk from the start. There, chance put two bare pods on worker-1; here there is no other node for them. */
function withNodes(): Cluster {
  const [first] = commandRecords('tutorial.jsonl');
  const all: readonly (JsonObject & { metadata: { name: string } })[] = JSON.parse(first?.files?.['nodes.json'] ?? '{"items":[]}').items;
  return { ...empty, nodes: all.filter(node => node.metadata.name !== 'worker-2') };
}
