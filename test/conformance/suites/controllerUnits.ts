import { isDeepStrictEqual } from 'node:util';
import { scaledValue } from '../../../core/kubernetes/intOrPercent.ts';
import { requiredAffinityMatches } from '../../../core/kubernetes/nodeAffinity.ts';
import { daemonPodTolerations, tolerates } from '../../../core/kubernetes/taints.ts';
import { node, nodeSelector, templateOf, toleration } from '../controller/objects.ts';
import type { RecordedNode, RecordedNodeSelector, RecordedToleration } from '../controller/record.ts';
import type { Recordings } from '../recordings.ts';
import { type Check, guarded, type Suite } from '../suite.ts';

/** Single functions of Kubernetes that placement and budgets rest on. */
export const controllerUnits: Suite = {
  name: 'controller/units',
  replay(recordings, check) {
    replayFile(recordings, check, 'units/int-or-percent.json', scaled);
    replayFile(recordings, check, 'units/toleration.json', tolerated);
    replayFile(recordings, check, 'units/daemon-tolerations.json', added);
    replayNodeSelectors(recordings, check);
  },
};

function replayFile<T>(
  recordings: Recordings,
  check: Check,
  file: string,
  compare: (record: T) => [recorded: unknown, ours: unknown],
): void {
  if (!recordings.has(file)) return;
  const records: readonly T[] = JSON.parse(recordings.text(file));
  records.forEach((record, index) => {
    const difference = guarded(() => {
      const [recorded, ours] = compare(record);
      return isDeepStrictEqual(recorded, ours)
        ? null
        : `recorded ${JSON.stringify(recorded)}, ours ${JSON.stringify(ours)}\n${JSON.stringify(record)}`;
    });
    check(file, String(index), difference);
  });
}

interface Scaled {
  readonly value: number | string;
  readonly total: number;
  readonly roundUp: boolean;
  readonly result?: number;
  readonly error?: string;
}

function scaled({ value, total, roundUp, result, error }: Scaled): [unknown, unknown] {
  return [error === undefined ? (result ?? 0) : null, scaledValue(value, total, roundUp ? 'up' : 'down')];
}

interface Tolerated {
  readonly toleration: RecordedToleration;
  readonly taint: { readonly key: string; readonly value?: string; readonly effect: 'NoSchedule' };
  readonly tolerates: boolean;
}

function tolerated(record: Tolerated): [unknown, unknown] {
  const { key, value = '', effect } = record.taint;
  return [record.tolerates, tolerates(toleration(record.toleration), { key, value, effect })];
}

interface Added {
  readonly tolerations: readonly RecordedToleration[];
  readonly hostNetwork: boolean;
  readonly result: readonly RecordedToleration[];
}

function added({ tolerations, hostNetwork, result }: Added): [unknown, unknown] {
  const { spec } = templateOf({ strategy: '', tolerations, hostNetwork }, 'current');
  return [result.map(toleration), daemonPodTolerations(spec)];
}

type SelectorRecord =
  | { readonly nodes: readonly RecordedNode[] }
  | { readonly nodeSelector: RecordedNodeSelector; readonly matches: readonly (boolean | string)[] };

function replayNodeSelectors(recordings: Recordings, check: Check): void {
  let nodes: readonly RecordedNode[] = [];
  replayFile<SelectorRecord>(recordings, check, 'units/node-selector.json', record => {
    if ('nodes' in record) nodes = record.nodes;
    if ('nodes' in record) return [null, null];
    // An error is recorded as text; the controller drops it, and the selector does not match.
    return [
      record.matches.map(match => match === true),
      nodes.map(one => requiredAffinityMatches(nodeSelector(record.nodeSelector), node(one))),
    ];
  });
}
