import type { JsonObject, JsonValue } from '../../base/json.ts';
import { type LabelSelector, matchesSelector, type SelectorOperator } from '../selector.ts';
import { type DaemonSet, type DaemonSetStatus, emptyDaemonSetStatus, type IntOrPercent, type UpdateStrategy } from './daemonSet.ts';
import type { PodTemplate } from './podTemplate.ts';
import { readMeta } from './readMeta.ts';
import { readPodSpec } from './readPodSpec.ts';
import {
  complain,
  field,
  integer,
  isAbsent,
  labels,
  list,
  objectAt,
  objectField,
  oneOf,
  type Read,
  readWhole,
  type Spot,
  text,
} from './spot.ts';
import { defaultTimeBase, type TimeBase } from './time.ts';

/** A DaemonSet from its manifest or from what kubectl prints. Fields left out take the API's defaults. */
export function readDaemonSet(json: JsonValue, base: TimeBase = defaultTimeBase): Read<DaemonSet> {
  return readWhole(json, root => {
    const spec = objectField(root, 'spec');
    const template = readTemplate(field(spec, 'template'));
    return {
      ...readMeta(root, base, true),
      generation: integer(field(field(root, 'metadata'), 'generation'), 1),
      spec: {
        selector: readSelector(field(spec, 'selector'), template),
        template,
        updateStrategy: readStrategy(objectField(spec, 'updateStrategy')),
        minReadySeconds: integer(field(spec, 'minReadySeconds'), 0),
        revisionHistoryLimit: integer(field(spec, 'revisionHistoryLimit'), 10),
      },
      status: readStatus(field(root, 'status')),
    };
  });
}

/** A pod template alone, such as a revision keeps it. */
export function readPodTemplate(json: JsonValue): Read<PodTemplate> {
  return readWhole(json, readTemplate);
}

function readTemplate(spot: Spot): PodTemplate {
  if (isAbsent(spot)) complain(spot, 'is required');
  const meta = objectField(spot, 'metadata');
  return {
    labels: labels(field(meta, 'labels')),
    annotations: labels(field(meta, 'annotations')),
    spec: readPodSpec(objectField(spot, 'spec')),
    json: objectAt(spot) as JsonObject,
  };
}

function readSelector(spot: Spot, template: PodTemplate): LabelSelector {
  if (isAbsent(spot)) complain(spot, 'is required');
  const selector: LabelSelector = {
    matchLabels: labels(field(spot, 'matchLabels')),
    matchExpressions: list(field(spot, 'matchExpressions'), item => ({
      key: text(field(item, 'key')),
      operator: oneOf<SelectorOperator>(field(item, 'operator'), ['In', 'NotIn', 'Exists', 'DoesNotExist']),
      values: list(field(item, 'values'), value => text(value)),
    })),
  };
  if (!isAbsent(spot) && !matchesSelector(selector, template.labels)) complain(spot, 'does not match the labels of the pod template');
  return selector;
}

/** An empty type is RollingUpdate; a missing budget is maxUnavailable 1 and maxSurge 0 (apps/v1 defaults). */
function readStrategy(spot: Spot): UpdateStrategy {
  const type = field(spot, 'type');
  if (type.value !== '' && oneOf(type, ['RollingUpdate', 'OnDelete']) === 'OnDelete') return { type: 'OnDelete' };
  const budget = objectField(spot, 'rollingUpdate');
  return {
    type: 'RollingUpdate',
    maxUnavailable: intOrPercent(field(budget, 'maxUnavailable'), 1),
    maxSurge: intOrPercent(field(budget, 'maxSurge'), 0),
  };
}

function intOrPercent(spot: Spot, fallback: number): IntOrPercent {
  if (typeof spot.value === 'string' && /^\d{1,9}%$/.test(spot.value)) return spot.value;
  if (typeof spot.value === 'string') complain(spot, 'must be a whole number or a percentage such as 10%');
  return typeof spot.value === 'string' ? fallback : integer(spot, fallback);
}

function readStatus(spot: Spot): DaemonSetStatus {
  const status: Record<string, number> = {};
  for (const key of Object.keys(emptyDaemonSetStatus)) {
    if (key !== 'collisionCount') status[key] = integer(field(spot, key), 0);
  }
  const collisions = field(spot, 'collisionCount');
  return { ...emptyDaemonSetStatus, ...status, collisionCount: isAbsent(collisions) ? null : integer(collisions, 0) };
}
