import { member } from '../base/json.ts';
import { answerAccess } from './access.ts';
import type { Clock } from './clock.ts';
import { answerDiscovery } from './discovery/answer.ts';
import { getObject } from './reading/get.ts';
import { listObjects } from './reading/list.ts';
import { openWatch, type Watch } from './reading/watch.ts';
import type { ApiRequest, ApiResponse } from './request.ts';
import { json } from './response.ts';
import { type Route, routeOf } from './route.ts';
import type { ApiServer } from './state.ts';
import { methodNotAllowed, noSuchPath, notAllowed, notFound, notImplemented, success } from './status.ts';
import { bodyOf } from './writing/body.ts';
import { createObject } from './writing/create.ts';
import { deleteCollection, deleteObject } from './writing/delete.ts';
import { patchObject } from './writing/patch.ts';
import { updateObject } from './writing/update.ts';

/** An answer that is whole, or a watch whose lines the host sends as they come. */
export type Handled = { readonly kind: 'response'; readonly response: ApiResponse } | { readonly kind: 'watch'; readonly watch: Watch };

/** Answers one request. The world has been advanced to the clock's instant before; a write may let it go on by a millisecond. */
export function handle(server: ApiServer, request: ApiRequest, clock: Clock): Handled {
  const route = routeOf(request.path);
  const stranger = strangerRefused(request, route);
  if (stranger !== null) return { kind: 'response', response: stranger };
  if (isWatch(request) && route.kind !== 'other') {
    const opened = watched(server, request, route, clock);
    return opened.ok ? { kind: 'watch', watch: opened.value } : { kind: 'response', response: opened.response };
  }
  return { kind: 'response', response: respond(server, request, route, clock) };
}

/** Nobody but the owner of the token has rights: who asks in the name of another may only look at what there is (RBAC's words). */
function strangerRefused({ impersonates, method, query }: ApiRequest, route: Route): ApiResponse | null {
  if (impersonates === '' || (route.kind !== 'collection' && route.kind !== 'object')) return null;
  const one = route.kind === 'object';
  const reading = query.has('watch') ? 'watch' : one ? 'get' : 'list';
  const deleting = one ? 'delete' : 'deletecollection';
  const verbs: Readonly<Record<string, string>> = { GET: reading, POST: 'create', PUT: 'update', PATCH: 'patch', DELETE: deleting };
  return notAllowed(route.resource, one ? route.name : '', impersonates, verbs[method] ?? method.toLowerCase(), route.namespace);
}

function isWatch({ method, query }: ApiRequest): boolean {
  const watch = query.get('watch');
  return method === 'GET' && watch !== undefined && watch !== 'false' && watch !== '0';
}

function watched(server: ApiServer, request: ApiRequest, route: Route, clock: Clock): ReturnType<typeof openWatch> {
  if (route.kind === 'collection') return openWatch(server, request, route.resource, route.namespace, clock);
  return { ok: false, response: noSuchPath() };
}

function respond(server: ApiServer, request: ApiRequest, route: Route, clock: Clock): ApiResponse {
  switch (route.kind) {
    case 'other': {
      const { kubernetesVersion } = server.run.world.scenario;
      return request.method === 'GET' ? answerDiscovery(route.steps, request, kubernetesVersion, server.describe) : noSuchPath();
    }
    case 'unknownResource': {
      const { group, version, name } = route;
      return answerAccess(['apis', group, version, name], request) ?? noSuchPath();
    }
    case 'missingSubresource':
      return missingSubresource(server, route);
    case 'collection':
      return onCollection(server, request, route, clock);
    case 'object':
      return onObject(server, request, route, clock);
  }
}

function onCollection(server: ApiServer, request: ApiRequest, route: Extract<Route, { kind: 'collection' }>, clock: Clock): ApiResponse {
  const { resource, namespace } = route;
  if (request.method === 'GET') return listObjects(server, request, resource, namespace, clock);
  if (resource.namespaced && namespace === '') return methodNotAllowed();
  if (request.method === 'POST') return createObject(server, request, resource, namespace, clock);
  return request.method === 'DELETE' && resource.writing !== 'never'
    ? deleteCollection(server, request, resource, namespace, clock)
    : methodNotAllowed();
}

function onObject(server: ApiServer, request: ApiRequest, route: Extract<Route, { kind: 'object' }>, clock: Clock): ApiResponse {
  const { resource, namespace, name, subresource } = route;
  if (subresource?.name === 'eviction') return evict(server, request, route, clock);
  const onlyStatus = subresource !== null;
  switch (request.method) {
    case 'GET':
      return getObject(server, request, resource, namespace, name, clock);
    case 'PUT':
      return updateObject(server, request, resource, namespace, name, onlyStatus, clock);
    case 'PATCH':
      return patchObject(server, request, resource, namespace, name, onlyStatus, clock);
    case 'DELETE':
      return onlyStatus || resource.writing === 'never'
        ? methodNotAllowed()
        : deleteObject(server, request, resource, namespace, name, clock);
    default:
      return methodNotAllowed();
  }
}

/** An eviction is a delete that a disruption budget could forbid; there are none here. */
function evict(server: ApiServer, request: ApiRequest, route: Extract<Route, { kind: 'object' }>, clock: Clock): ApiResponse {
  if (request.method !== 'POST') return methodNotAllowed();
  const { resource, namespace, name } = route;
  const eviction = bodyOf(request, 'Eviction');
  if (!eviction.ok) return eviction.response;
  const options = JSON.stringify(member(eviction.value, 'deleteOptions') ?? {});
  const answer = deleteObject(server, { ...request, body: options, contentType: '' }, resource, namespace, name, clock);
  return answer.status >= 400 ? answer : json(success(), 201);
}

const ofContainers: readonly string[] = ['log', 'exec', 'attach', 'portforward', 'proxy', 'ephemeralcontainers'];

/** Pods of a simulation have no containers to read from or to enter. */
function missingSubresource(server: ApiServer, route: Extract<Route, { kind: 'missingSubresource' }>): ApiResponse {
  const { resource, namespace, name, subresource } = route;
  if (resource.name !== 'pods' || !ofContainers.includes(subresource)) return noSuchPath();
  if (!server.objects.get('pods')?.has(`${namespace}/${name}`)) return notFound(resource, name);
  return notImplemented(`pod ${name} is simulated: it has no containers, so there is no ${subresource}`);
}
