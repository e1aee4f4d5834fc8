import assert from 'node:assert/strict';
import { mayDiffer } from './kit/differing.ts';
import { momentsOf } from './kit/moments.ts';
import { namesIn } from './kit/names.ts';
import { asRecorded, type Walk, walks } from './kit/recordedClusters.ts';
import { kubectlRecordings, recordsIn, textsOf } from './kit/records.ts';
import { replay } from './kit/replay.ts';
import { type SimulatedCluster, startCluster } from './kit/simulatedCluster.ts';

/** Every recorded command, typed into a real kubectl in the recorded order, on a cluster that began as theirs did. */
function typeAll({ name, begin, pick }: Walk): void {
  describe(`recorded commands: ${name}`, () => {
    let cluster: SimulatedCluster;
    before(async () => {
      cluster = await startCluster(begin, 0, asRecorded);
    });
    after(() => cluster.stop());
    const all = recordsIn(recordings).filter(one => pick(one.id));
    const moments = momentsOf(all, textsOf(recordings));
    const names = namesIn(all);
    for (const record of all.filter(one => one.interrupted !== true && one.signal === undefined)) {
      it(`${record.id}: ${record.command}`, async () => {
        const why = mayDiffer(record);
        const difference = await replay(cluster, record, moments.get(record.id)!, names, why === undefined);
        if (difference !== null && why !== undefined) console.log(`      ${record.id} differs: ${why}`);
        else assert.ok(difference === null, `${record.id}: ${record.command}\n${difference ?? ''}`);
      });
    }
  });
}

const recordings = kubectlRecordings();
// the long walk is for `npm run conformance`
const whole = process.env.DAEMONSCOPE_WHOLE_WALK === '1';
for (const walk of walks(recordings)) if (whole || walk.name !== 'the walk') typeAll(walk);
