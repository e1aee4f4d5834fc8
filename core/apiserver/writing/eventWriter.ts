import { isJsonObject, type JsonObject, member } from '../../base/json.ts';
import { events } from '../resources/resources.ts';
import { keptWriter } from './keptWriter.ts';
import type { Writer, Writing } from './writer.ts';

/** Events of clients are kept as events of the core group, as which both groups show them. */
export const eventWriter: Writer = {
  create: (writing, object) => keptWriter.create(asCore(writing), coreEvent(writing, object)),
  update: (writing, before, object) => keptWriter.update(asCore(writing), before, coreEvent(writing, object)),
};

function asCore(writing: Writing): Writing {
  return { ...writing, resource: events };
}

/** The fields of events.k8s.io under their names in the core group. */
const coreNames: Readonly<Record<string, string>> = {
  ...{ regarding: 'involvedObject', note: 'message', reportingController: 'reportingComponent', deprecatedSource: 'source' },
  ...{ deprecatedFirstTimestamp: 'firstTimestamp', deprecatedLastTimestamp: 'lastTimestamp', deprecatedCount: 'count' },
};

function coreEvent({ resource }: Writing, object: JsonObject): JsonObject {
  const renamed = Object.entries(object).map(([key, value]): [string, JsonObject[string]] => [
    resource.group === 'events.k8s.io' && Object.hasOwn(coreNames, key) ? (coreNames[key] ?? key) : key,
    value,
  ]);
  const event: JsonObject = Object.fromEntries(renamed);
  const source = member(event, 'source');
  return { ...event, source: isJsonObject(source) ? source : {} };
}
