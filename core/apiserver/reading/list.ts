import { compareOrdinal } from '../../base/compare.ts';
import type { JsonObject } from '../../base/json.ts';
import type { FieldError } from '../../kubernetes/fieldError.ts';
import { goQuote } from '../../kubernetes/goText.ts';
import type { Clock } from '../clock.ts';
import { fieldError } from '../fieldErrors.ts';
import { type ApiRequest, type ApiResponse, type Checked, fine, refuse } from '../request.ts';
import { apiVersionOf, type Resource } from '../resources/resource.ts';
import { json } from '../response.ts';
import { type ApiServer, objectsIn } from '../state.ts';
import { badRequest, expired, expiredPage, invalidOf, notAcceptable, serverError, tooLargeVersion } from '../status.ts';
import { type Stored, storedKey } from '../stored.ts';
import type { Target } from '../target.ts';
import { type ContinueToken, continueText, readContinue } from './continueToken.ts';
import { objectJson } from './get.ts';
import { formOf } from './negotiate.ts';
import { type Selection, selectionOf, selects, selectsAll } from './selection.ts';
import { objectsAt } from './snapshot.ts';
import { partialJson, rowObjectOf, tableJson } from './table.ts';

/** GET of a collection. */
export function listObjects(target: Target): ApiResponse {
  const { server, request, resource, namespace, clock } = target;
  const form = formOf(request.accept);
  if (form === null) return notAcceptable();
  const version = askedVersion(server, request);
  if (!version.ok) return version.response;
  const misuse = versionMatchMisuse(request);
  if (misuse !== null) return misuse;
  const selection = selectionOf(request, resource, namespace);
  if (!selection.ok) return selection.response;
  const page = pageOf(target, selection.value);
  if (!page.ok) return page.response;
  const { list, metadata } = page.value;
  if (form === 'table') return json(tableJson(resource.columns, list, metadata, rowObjectOf(request.query.get('includeObject')), clock));
  if (form === 'metadata') {
    const items = list.map(stored => partialJson(stored, clock));
    return json({ kind: 'PartialObjectMetadataList', apiVersion: 'meta.k8s.io/v1', metadata, items });
  }
  // items of a list do not repeat their kind
  const items = list.map(stored => {
    const { kind: _kind, apiVersion: _apiVersion, ...rest } = objectJson(server, stored, resource, clock);
    return rest;
  });
  return json({ kind: `${resource.kind}List`, apiVersion: apiVersionOf(resource), metadata, items });
}

/** What resourceVersionMatch may say (apimachinery, ValidateListOptions). */
function versionMatchMisuse({ query }: ApiRequest): ApiResponse | null {
  const match = query.get('resourceVersionMatch') ?? '';
  const version = query.get('resourceVersion') ?? '';
  if (match === '') return null;
  const refused = (type: FieldError['type'], message: string): ApiResponse =>
    invalidOf({ kind: 'ListOptions', group: 'meta.k8s.io' }, '', [fieldError('resourceVersionMatch', type, message)]);
  if (version === '')
    return refused('FieldValueForbidden', 'Forbidden: resourceVersionMatch is forbidden unless resourceVersion is provided');
  if ((query.get('continue') ?? '') !== '')
    return refused('FieldValueForbidden', 'Forbidden: resourceVersionMatch is forbidden when continue is provided');
  if (match !== 'Exact' && match !== 'NotOlderThan')
    return refused('FieldValueNotSupported', `Unsupported value: ${goQuote(match)}: supported values: "", "Exact", "NotOlderThan"`);
  if (match === 'Exact' && version === '0')
    return refused('FieldValueForbidden', 'Forbidden: resourceVersionMatch "exact" is forbidden for resourceVersion "0"');
  return null;
}

/** The objects of a selection in the order of the store: by namespace and name. */
export function selected(
  server: ApiServer,
  resource: Resource,
  selection: Selection,
  clock: Clock,
  objects: ReadonlyMap<string, Stored> = objectsIn(server, resource.store),
): readonly Stored[] {
  const one = selection.fields.find(term => term.equal && term.path === 'metadata.name');
  if (one !== undefined && selection.namespace !== '') {
    const found = objects.get(storedKey(resource.namespaced ? selection.namespace : '', one.value));
    return found !== undefined && selects(selection, found, clock) ? [found] : [];
  }
  const list = [...objects.values()].filter(stored => selects(selection, stored, clock));
  return list.sort((a, b) => compareOrdinal(a.namespace, b.namespace) || compareOrdinal(a.name, b.name));
}

/** The parameter resourceVersion: a number that is not in the future. The answer is always the present state. */
export function askedVersion(server: ApiServer, request: ApiRequest): Checked<number> {
  const text = request.query.get('resourceVersion') ?? '';
  if (text === '') return fine(0);
  if (!/^\d{1,15}$/.test(text))
    return refuse(
      serverError(`resourceVersion: Invalid value: ${goQuote(text)}: strconv.ParseUint: parsing ${goQuote(text)}: invalid syntax`),
    );
  const version = Number(text);
  return version > server.resourceVersion && request.query.get('watch') === undefined
    ? refuse(tooLargeVersion(text, server.resourceVersion))
    : fine(version);
}

interface Page {
  readonly list: readonly Stored[];
  readonly metadata: JsonObject;
}

/** `limit` objects, and a token that names the last of them for the next page: all pages show the store as it was at the first. */
function pageOf({ server, request, resource, clock }: Target, selection: Selection): Checked<Page> {
  const start = startOf(server, request);
  if (!start.ok) return start;
  const { version, after } = start.value;
  const objects = objectsAt(server, resource.store, version);
  if (objects === null) return refuse(after === '' ? expired(version, oldest(server)) : expiredPage(continueText({ version: -1, after })));
  const all = selected(server, resource, selection, clock, objects);
  const rest = after === '' ? all : all.filter(stored => compareKeys(keyIn(selection, stored), after) > 0);
  const limit = Number(request.query.get('limit') ?? 0);
  const list = limit > 0 ? rest.slice(0, limit) : rest;
  const last = list.at(-1);
  const resourceVersion = String(version);
  if (last === undefined || list.length === rest.length) return fine({ list, metadata: { resourceVersion } });
  const remaining = selectsAll(selection) ? { remainingItemCount: rest.length - list.length } : {};
  const token = continueText({ version, after: keyIn(selection, last) });
  return fine({ list, metadata: { resourceVersion, continue: token, ...remaining } });
}

function oldest(server: ApiServer): number {
  return server.log[0]?.resourceVersion ?? server.resourceVersion;
}

/** Of which version the list is, and behind which key it begins. */
function startOf(server: ApiServer, request: ApiRequest): Checked<ContinueToken> {
  const text = request.query.get('continue') ?? '';
  const now = server.resourceVersion;
  if (text === '') {
    const exact = request.query.get('resourceVersionMatch') === 'Exact' ? Number(request.query.get('resourceVersion') ?? now) : now;
    return fine({ version: exact, after: '' });
  }
  const token = readContinue(text);
  if (typeof token === 'string') return refuse(badRequest(`invalid continue token: ${token}`));
  return fine(token.version < 0 ? { ...token, version: now } : token);
}

/** The key of an object as a token has it: within the namespace of the list. */
function keyIn({ namespace }: Selection, stored: Stored): string {
  return storedKey(namespace === '' ? stored.namespace : '', stored.name);
}

function compareKeys(a: string, b: string): number {
  const [namespaceA = '', nameA = ''] = a.includes('/') ? a.split('/') : ['', a];
  const [namespaceB = '', nameB = ''] = b.includes('/') ? b.split('/') : ['', b];
  return compareOrdinal(namespaceA, namespaceB) || compareOrdinal(nameA, nameB);
}
