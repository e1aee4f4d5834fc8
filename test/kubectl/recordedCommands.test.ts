import assert from 'node:assert/strict';
import { kubectlVersions } from '../../scripts/kubectl/ensureKubectl.mjs';
import { mayDiffer } from './kit/differing.ts';
import { momentsOf } from './kit/moments.ts';
import { namesIn } from './kit/names.ts';
import { asRecorded, type Walk, walks } from './kit/recordedClusters.ts';
import { kubectlRecordings, recordsIn, textsOf } from './kit/records.ts';
import { replay } from './kit/replay.ts';
import type { KubectlVersion } from './kit/shell.ts';
import { type SimulatedCluster, startCluster } from './kit/simulatedCluster.ts';

/** Every recorded command, typed into a real kubectl in the recorded order, on a cluster that began as theirs did. */
function typeAll({ name, begin, pick }: Walk, version: KubectlVersion): void {
  describe(`recorded commands, kubectl ${version}: ${name}`, () => {
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
        const known = mayDiffer(record);
        const untyped = known?.untyped === true;
        const difference = untyped
          ? 'not typed'
          : await replay(cluster, record, moments.get(record.id)!, names, version, known === undefined);
        if (difference !== null && known !== undefined) console.log(`      ${record.id} differs: ${known.why}`);
        else assert.ok(difference === null, `${record.id}: ${record.command}\n${difference ?? ''}`);
      });
    }
  });
}

const recordings = kubectlRecordings();
// the long walk is for `npm run conformance`, with one of the versions
const whole = process.env.DAEMONSCOPE_WHOLE_WALK === '1';
const long = (process.env.DAEMONSCOPE_KUBECTL ?? '1.36') as KubectlVersion;
for (const walk of walks(recordings)) {
  if (walk.name !== 'the walk') for (const version of kubectlVersions) typeAll(walk, version);
  else if (whole) typeAll(walk, long);
}
