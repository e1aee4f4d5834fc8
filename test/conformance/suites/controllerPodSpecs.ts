import { isDeepStrictEqual } from 'node:util';
import { type JsonObject, type JsonValue, member } from '../../../core/base/json.ts';
import { daemonPodSpec } from '../../../core/controller/podSpec.ts';
import { newPodLabels } from '../../../core/controller/templateGeneration.ts';
import { daemonPodTolerations } from '../../../core/kubernetes/taints.ts';
import { daemonSet, templateOf, toleration } from '../controller/objects.ts';
import type { RecordedDaemonSet, RecordedToleration } from '../controller/record.ts';
import { jsonLines } from '../recordings.ts';
import { guarded, type Suite } from '../suite.ts';

interface PodSpecRecord {
  readonly id: string;
  readonly ds: RecordedDaemonSet;
  readonly node: string;
  readonly podTolerations: readonly RecordedToleration[];
  readonly podNodeAffinity: JsonValue;
  readonly podNodeSelector?: JsonValue;
  readonly podTemplateGenerationLabel?: string;
}

/** Tolerations, affinity and labels of the pod that the controller makes for a node. */
export const controllerPodSpecs: Suite = {
  name: 'controller/podspec',
  replay(recordings, check) {
    const file = 'controller/podspec.jsonl';
    if (!recordings.has(file)) return;
    for (const record of jsonLines<PodSpecRecord>(recordings.text(file)))
      check(
        file,
        record.id,
        guarded(() => compare(record)),
      );
  },
};

function compare(record: PodSpecRecord): string | null {
  const template = templateOf(record.ds, 'current');
  const spec = daemonPodSpec(member(template.json, 'spec') as JsonObject, record.node);
  const labels = newPodLabels(daemonSet(record.ds), '');
  const parts: readonly [string, unknown, unknown][] = [
    ['podTolerations', record.podTolerations, member(spec, 'tolerations')],
    ['tolerations judged by', record.podTolerations.map(toleration), daemonPodTolerations(template.spec)],
    ['podNodeAffinity', record.podNodeAffinity, member(member(spec, 'affinity'), 'nodeAffinity')],
    ['podNodeSelector', record.podNodeSelector, member(spec, 'nodeSelector')],
    ['podTemplateGenerationLabel', record.podTemplateGenerationLabel, labels['pod-template-generation']],
  ];
  const different = parts.filter(([, recorded, ours]) => !isDeepStrictEqual(recorded, ours));
  if (different.length === 0) return null;
  return different
    .map(([name, recorded, ours]) => `${name}\n  recorded ${JSON.stringify(recorded)}\n  ours     ${JSON.stringify(ours)}`)
    .join('\n');
}
