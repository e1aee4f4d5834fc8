import type { JsonObject } from '../../base/json.ts';
import type { Clock } from '../clock.ts';
import { fieldError } from '../fieldErrors.ts';
import { type Checked, fine, refuse } from '../request.ts';
import { apiVersionOf, type Resource } from '../resources/resource.ts';
import type { ApiServer } from '../state.ts';
import { expired, invalidOf, notAcceptable } from '../status.ts';
import type { LogEntry, Stored } from '../stored.ts';
import type { Target } from '../target.ts';
import { objectJson } from './get.ts';
import { askedVersion, selected } from './list.ts';
import { type Form, formOf } from './negotiate.ts';
import { type Selection, selectionOf, selects } from './selection.ts';
import { partialJson, type RowObject, rowObjectOf, tableJson } from './table.ts';

/** An open watch: what it selects, and how far it has read the log. */
export interface Watch {
  readonly resource: Resource;
  readonly selection: Selection;
  readonly form: Form;
  readonly rowObject: RowObject;
  /** Whether bookmarks may be sent. */
  readonly bookmarks: boolean;
  /** Number of the next log entry to read. */
  next: number;
  /** The columns of a Table are sent once. */
  columnsSent: boolean;
  /** Lines to send before anything else. */
  first: string;
  /** Nothing comes any more: it asked for what is no longer there. */
  ended: boolean;
}

/** Opens a watch, with its first lines ready: what is there, if the request asks for it, or why it cannot begin where it wants to. */
export function openWatch({ server, request, resource, namespace, clock }: Target): Checked<Watch> {
  const form = formOf(request.accept);
  if (form === null) return refuse(notAcceptable());
  const initial = request.query.get('sendInitialEvents');
  if (initial !== undefined && request.query.get('resourceVersionMatch') !== 'NotOlderThan') return refuse(matchMissing());
  const version = askedVersion(server, request);
  if (!version.ok) return version;
  const selection = selectionOf(request, resource, namespace);
  if (!selection.ok) return selection;
  const watch: Watch = {
    ...{ resource, form, selection: selection.value, rowObject: rowObjectOf(request.query.get('includeObject')) },
    ...{ bookmarks: request.query.get('allowWatchBookmarks') === 'true', next: end(server), columnsSent: false, first: '', ended: false },
  };
  if (initial === 'true' || (initial === undefined && version.value === 0)) sendPresent(server, watch, initial === 'true', clock);
  else if (version.value > 0) goBackTo(server, watch, version.value);
  return fine(watch);
}

/** The lines that are new since the last call; empty: nothing. */
export function watchLines(server: ApiServer, watch: Watch, clock: Clock): string {
  let text = watch.first;
  watch.first = '';
  if (watch.next < server.logStart) {
    text += line('ERROR', gone(server, watch.next));
    watch.ended = true;
  }
  if (!watch.ended) for (let i = watch.next; i < end(server); i++) text += entryLine(server, watch, server.log[i - server.logStart], clock);
  watch.next = end(server);
  return text;
}

/** A bookmark with the present version, for watches that take them. */
export function bookmarkLine(server: ApiServer, watch: Watch): string {
  return watch.bookmarks ? line('BOOKMARK', bookmark(watch.resource, watch.form, server.resourceVersion, {})) : '';
}

function sendPresent(server: ApiServer, watch: Watch, marked: boolean, clock: Clock): void {
  for (const stored of selected(server, watch.resource, watch.selection, clock))
    watch.first += objectLine(server, watch, 'ADDED', stored, stored.resourceVersion, clock);
  const annotations = { 'k8s.io/initial-events-end': 'true' };
  if (marked) watch.first += line('BOOKMARK', bookmark(watch.resource, watch.form, server.resourceVersion, { annotations }));
}

/** Begins after a version of the past, if the log still reaches there. */
function goBackTo(server: ApiServer, watch: Watch, version: number): void {
  const { log } = server;
  // versions in the log rise by one from entry to entry
  const first = log[0]?.resourceVersion ?? server.resourceVersion + 1;
  if (version < first - 1 && server.logStart > 0) {
    watch.first = line('ERROR', JSON.parse(expired(version, first).body));
    watch.ended = true;
    return;
  }
  watch.next = server.logStart + Math.max(0, Math.min(log.length, version - first + 1));
}

function end(server: ApiServer): number {
  return server.logStart + server.log.length;
}

function gone(server: ApiServer, next: number): JsonObject {
  return JSON.parse(expired(next, server.log[0]?.resourceVersion ?? server.resourceVersion).body);
}

/** A change as this watch sees it: an object that begins to match is added, one that no longer matches deleted. */
function entryLine(server: ApiServer, watch: Watch, entry: LogEntry | undefined, clock: Clock): string {
  if (entry === undefined || entry.store !== watch.resource.store) return '';
  const before = entry.before !== null && selects(watch.selection, entry.before, clock) ? entry.before : null;
  const after = entry.after !== null && selects(watch.selection, entry.after, clock) ? entry.after : null;
  if (after !== null) return objectLine(server, watch, before === null ? 'ADDED' : 'MODIFIED', after, entry.resourceVersion, clock);
  return before === null ? '' : objectLine(server, watch, 'DELETED', before, entry.resourceVersion, clock);
}

function objectLine(server: ApiServer, watch: Watch, type: string, stored: Stored, version: number, clock: Clock): string {
  // the last state of a deleted object carries the version of its deletion
  const shown = version === stored.resourceVersion ? stored : atVersion(stored, version);
  if (watch.form === 'object') return line(type, objectJson(server, shown, watch.resource, clock));
  if (watch.form === 'metadata') return line(type, partialJson(shown, clock));
  const columns = watch.columnsSent ? null : watch.resource.columns;
  watch.columnsSent = true;
  return line(type, tableJson(columns, [shown], { resourceVersion: String(version) }, watch.rowObject, clock));
}

function atVersion(stored: Stored, version: number): Stored {
  return {
    ...stored,
    json: clock => {
      const object = stored.json(clock);
      const { metadata } = object;
      return { ...object, metadata: { ...(metadata as JsonObject), resourceVersion: String(version) } };
    },
  };
}

/** An otherwise empty object; pods, nodes and the like have an empty spec and status in it. */
function bookmark(resource: Resource, form: Form, version: number, extra: JsonObject): JsonObject {
  const metadata = { resourceVersion: String(version), creationTimestamp: null, ...extra };
  if (form === 'table')
    return {
      kind: 'Table',
      apiVersion: 'meta.k8s.io/v1',
      metadata,
      columnDefinitions: null,
      rows: [{ cells: [], object: { kind: 'PartialObjectMetadata', apiVersion: 'meta.k8s.io/v1', metadata } }],
    };
  if (form === 'metadata') return { kind: 'PartialObjectMetadata', apiVersion: 'meta.k8s.io/v1', metadata };
  return { kind: resource.kind, apiVersion: apiVersionOf(resource), metadata };
}

function line(type: string, object: JsonObject): string {
  return `${JSON.stringify({ type, object })}\n`;
}

function matchMissing(): ReturnType<typeof invalidOf> {
  const why = 'Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan';
  return invalidOf({ kind: 'ListOptions', group: 'meta.k8s.io' }, '', [fieldError('resourceVersionMatch', 'FieldValueForbidden', why)]);
}
