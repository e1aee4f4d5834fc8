import { placeOn } from '../../../core/controller/placement.ts';
import { daemonPodTolerations } from '../../../core/kubernetes/taints.ts';
import { node, templateOf } from '../controller/objects.ts';
import type { RecordedDaemonSet, RecordedNode } from '../controller/record.ts';
import { jsonLines } from '../recordings.ts';
import { guarded, type Suite } from '../suite.ts';

interface PlacementRecord {
  readonly id: string;
  readonly ds: RecordedDaemonSet;
  readonly node: RecordedNode;
  readonly shouldRun: boolean;
  readonly shouldContinue: boolean;
}

/** Whether a node should run a template's pod, and whether a running one may stay. No version differs here. */
export const controllerPlacement: Suite = {
  name: 'controller/placement',
  replay(recordings, check) {
    const file = 'controller/placement.jsonl';
    if (!recordings.has(file)) return;
    for (const record of jsonLines<PlacementRecord>(recordings.text(file)))
      check(
        file,
        record.id,
        guarded(() => compare(record)),
      );
  },
};

function compare(record: PlacementRecord): string | null {
  const { spec } = templateOf(record.ds, 'current');
  const { shouldRun, shouldContinue, because } = placeOn(node(record.node), spec, daemonPodTolerations(spec));
  if (shouldRun === record.shouldRun && shouldContinue === record.shouldContinue) return null;
  return `recorded ${record.shouldRun}, ${record.shouldContinue}; ours ${shouldRun}, ${shouldContinue} ${JSON.stringify(because)}\n${JSON.stringify(record)}`;
}
