import { isJsonObject, type JsonObject, type JsonValue, member } from '../../base/json.ts';
import type { Instant, Millis } from '../../kubernetes/objects/meta.ts';
import { type ImageBehaviour, ordinaryImage } from '../kubeletModel.ts';
import type { ScenarioAction, ScenarioEvent } from '../scenario.ts';
import { readManifest } from './manifests.ts';
import { type Reading, textOf } from './reading.ts';
import { parseSpan } from './span.ts';

/** The DaemonSet that an event means when it names none. */
export interface Meant {
  readonly namespace: string;
  readonly daemonSet: string;
}

/**
 * An event of a scenario file, whose shape has been found right, as a scenario has it. Only what is left out has to be filled in, and manifests
 * looked up. null: its manifest is not known.
 */
export function readEvent(
  reading: Reading,
  json: JsonObject,
  index: number,
  part: readonly (string | number)[],
  meant: Meant,
): ScenarioEvent | null {
  const at = instantOf(member(json, 'at'));
  if (member(json, 'do') !== 'apply') return { at, ...(filledIn(json, meant) as ScenarioAction) };
  const manifest = readManifest(
    reading,
    member(json, 'manifest') ?? null,
    ['events', index, 'manifest'],
    [...part, 'manifest'],
    meant.daemonSet,
  );
  return manifest === null ? null : { at, do: 'apply', manifest };
}

export function instantOf(value: JsonValue | undefined): Instant {
  return typeof value === 'string' ? (parseSpan(value) ?? 0) : 0;
}

export function spanOf(value: JsonValue | undefined): Millis | null {
  return value === undefined || value === null ? null : instantOf(value);
}

/** The defaults of each kind of event. The cast above is what the shape has proven. */
function filledIn(json: JsonObject, meant: Meant): JsonObject {
  const rest = Object.fromEntries(Object.entries(json).filter(([key]) => key !== 'at'));
  const namespace = textOf(json, 'namespace', meant.namespace);
  const daemonSet = textOf(json, 'daemonSet', meant.daemonSet);
  switch (json.do) {
    case 'patch':
      return { ...rest, namespace, daemonSet };
    case 'deleteDaemonSet':
      return { ...rest, namespace, daemonSet, propagation: textOf(json, 'propagation', 'Background') };
    case 'deletePod':
      return { ...rest, pod: podOf(member(json, 'pod'), meant), force: member(json, 'force') === true };
    case 'crashPod':
    case 'evictPod':
    case 'labelPod':
      return { ...rest, pod: podOf(member(json, 'pod'), meant) };
    case 'taint':
      return { ...rest, taint: { value: '', ...(member(json, 'taint') as JsonObject) } };
    case 'untaint':
      return { ...rest, effect: textOf(json, 'effect', '') };
    case 'addNode':
      return { ...rest, node: { apiVersion: 'v1', kind: 'Node', ...(member(json, 'node') as JsonObject) } };
    case 'image':
      return { do: 'image', image: textOf(json, 'image', ''), behaviour: { ...readImage(json) } };
    case 'quota':
      return { ...rest, namespace };
    default:
      return rest;
  }
}

function podOf(value: JsonValue | undefined, meant: Meant): JsonObject {
  const namespace = textOf(value, 'namespace', meant.namespace);
  const node = textOf(value, 'node', null);
  if (node === null) return { namespace, name: textOf(value, 'name', '') };
  return { namespace, daemonSet: textOf(value, 'daemonSet', meant.daemonSet), node };
}

export function readImage(json: JsonValue): ImageBehaviour {
  if (!isJsonObject(json)) return ordinaryImage;
  const crashes = member(json, 'crashes');
  return {
    missing: member(json, 'missing') === true,
    pull: spanOf(member(json, 'pull')),
    crashAfter: spanOf(member(json, 'crashAfter')),
    crashes: typeof crashes === 'number' ? crashes : null,
    neverReady: member(json, 'neverReady') === true,
  };
}
