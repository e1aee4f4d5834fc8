import { compareOrdinal } from '../../base/compare.ts';
import type { JsonObject } from '../../base/json.ts';
import { goQuote } from '../../kubernetes/goText.ts';
import type { Clock } from '../clock.ts';
import { type ApiRequest, type ApiResponse, type Checked, fine, refuse } from '../request.ts';
import { apiVersionOf, type Resource } from '../resources/resource.ts';
import { json } from '../response.ts';
import { type ApiServer, objectsIn } from '../state.ts';
import { badRequest, notAcceptable, serverError, tooLargeVersion } from '../status.ts';
import { type Stored, storedKey } from '../stored.ts';
import type { Target } from '../target.ts';
import { objectJson } from './get.ts';
import { formOf } from './negotiate.ts';
import { type Selection, selectionOf, selects, selectsAll } from './selection.ts';
import { partialJson, rowObjectOf, tableJson } from './table.ts';

/** GET of a collection. */
export function listObjects(target: Target): ApiResponse {
  const { server, request, resource, namespace, clock } = target;
  const form = formOf(request.accept);
  if (form === null) return notAcceptable();
  const version = askedVersion(server, request);
  if (!version.ok) return version.response;
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

/** The objects of a selection in the order of the store: by namespace and name. */
export function selected(server: ApiServer, resource: Resource, selection: Selection, clock: Clock): readonly Stored[] {
  const one = selection.fields.find(term => term.equal && term.path === 'metadata.name');
  const objects = objectsIn(server, resource.store);
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

const tokenStart = 'after:';

/** `limit` objects, and a token that names the last of them for the next page. */
function pageOf({ server, request, resource, clock }: Target, selection: Selection): Checked<Page> {
  const all = selected(server, resource, selection, clock);
  const token = request.query.get('continue') ?? '';
  if (token !== '' && !token.startsWith(tokenStart))
    return refuse(badRequest("invalid continue token: continue key is not valid: invalid character 'i' looking for beginning of value"));
  const after = token.slice(tokenStart.length);
  const rest = token === '' ? all : all.filter(stored => compareKeys(storedKey(stored.namespace, stored.name), after) > 0);
  const limit = Number(request.query.get('limit') ?? 0);
  const list = limit > 0 ? rest.slice(0, limit) : rest;
  const last = list.at(-1);
  const resourceVersion = String(server.resourceVersion);
  if (last === undefined || list.length === rest.length) return fine({ list, metadata: { resourceVersion } });
  const remaining = selectsAll(selection) ? { remainingItemCount: rest.length - list.length } : {};
  return fine({ list, metadata: { resourceVersion, continue: tokenStart + storedKey(last.namespace, last.name), ...remaining } });
}

function compareKeys(a: string, b: string): number {
  const [namespaceA = '', nameA = ''] = a.includes('/') ? a.split('/') : ['', a];
  const [namespaceB = '', nameB = ''] = b.includes('/') ? b.split('/') : ['', b];
  return compareOrdinal(namespaceA, namespaceB) || compareOrdinal(nameA, nameB);
}
