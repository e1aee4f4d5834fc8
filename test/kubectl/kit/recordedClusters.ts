import type { JsonObject } from '../../../core/base/json.ts';
import { type Assumptions, defaultAssumptions } from '../../../core/simulation/assumptions.ts';
import type { Cluster } from '../../../core/simulation/scenario.ts';
import type { Recordings } from '../../conformance/recordings.ts';
import { recordsIn } from './records.ts';

/** The pace of the recorded clusters: a pod runs 1.8 s after it was made, and is gone 1.2 s after its delete. */
export const asRecorded: Assumptions = {
  ...defaultAssumptions,
  ...{ bind: 60, sandbox: 1_440, imagePull: 0, containerStart: 300, applicationReady: 0, applicationStop: 10, teardown: 1_190 },
};

/** A cluster on which some of the commands were recorded. */
export interface Walk {
  readonly name: string;
  readonly begin: Cluster;
  readonly pick: (id: string) => boolean;
}

/** The three clusters, the long one last. */
export function walks(recordings: Recordings): readonly Walk[] {
  const empty: Cluster = { name: 'empty', nodes: [], daemonSets: [], pods: [] };
  return [
    { name: 'the second cluster', begin: empty, pick: id => id.startsWith('x-') },
    { name: 'the third cluster', begin: { ...empty, nodes: nodesOf(recordings) }, pick: id => id.startsWith('y-') },
    { name: 'the walk', begin: empty, pick: id => !id.startsWith('x-') && !id.startsWith('y-') },
  ];
}

/** The third cluster had the nodes of the walk from the start. There, chance put two bare pods on worker-1; here there is no other node for them. */
function nodesOf(recordings: Recordings): readonly JsonObject[] {
  const first = recordsIn(recordings).find(record => record.id === 't001');
  const all: readonly (JsonObject & { metadata: { name: string } })[] = JSON.parse(first?.files?.['nodes.json'] ?? '{"items":[]}').items;
  return all.filter(node => node.metadata.name !== 'worker-2');
}
