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
import type { Target } from './target.ts';
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
  if (route.kind === 'collection') return openWatch(collectionTarget(server, request, route, clock));
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
      return onCollection(collectionTarget(server, request, route, clock));
    case 'object': {
      const { resource, namespace, name, subresource } = route;
      return onObject({ server, request, clock, resource, namespace, name, subresource: subresource?.name ?? '' });
    }
  }
}

function collectionTarget(server: ApiServer, request: ApiRequest, route: Extract<Route, { kind: 'collection' }>, clock: Clock): Target {
  const { resource, namespace } = route;
  return { server, request, clock, resource, namespace, name: '', subresource: '' };
}

function onCollection(target: Target): ApiResponse {
  const { request, resource, namespace } = target;
  if (request.method === 'GET') return listObjects(target);
  if (resource.namespaced && namespace === '') return methodNotAllowed();
  if (request.method === 'POST') return createObject(target);
  return request.method === 'DELETE' && resource.verbs.includes('deletecollection') ? deleteCollection(target) : methodNotAllowed();
}

function onObject(target: Target): ApiResponse {
  const { resource, subresource } = target;
  if (subresource === 'eviction') return evict(target);
  switch (target.request.method) {
    case 'GET':
      return getObject(target);
    case 'PUT':
      return updateObject(target);
    case 'PATCH':
      return patchObject(target);
    case 'DELETE':
      return subresource !== '' || !resource.verbs.includes('delete') ? methodNotAllowed() : deleteObject(target);
    default:
      return methodNotAllowed();
  }
}

/** An eviction is a delete that a disruption budget could forbid; there are none here. */
function evict(target: Target): ApiResponse {
  const { request } = target;
  if (request.method !== 'POST') return methodNotAllowed();
  const eviction = bodyOf(request, 'Eviction');
  if (!eviction.ok) return eviction.response;
  const options = JSON.stringify(member(eviction.value, 'deleteOptions') ?? {});
  const answer = deleteObject({ ...target, request: { ...request, body: options, contentType: '' } });
  return answer.status >= 400 ? answer : json(success(), 201);
}

const ofContainers: readonly string[] = ['log', 'exec', 'attach', 'portforward', 'proxy', 'ephemeralcontainers'];

/** Pods of a simulation have no containers to read from or to enter. */
function missingSubresource(server: ApiServer, route: Extract<Route, { kind: 'missingSubresource' }>): ApiResponse {
  const { resource, namespace, name, subresource } = route;
  if (resource.name === 'serviceaccounts' && subresource === 'token')
    return notImplemented('a simulated API server issues no tokens: the one in the kubeconfig is all there is');
  if (resource.name !== 'pods' || !ofContainers.includes(subresource)) return noSuchPath();
  if (!server.objects.get('pods')?.has(`${namespace}/${name}`)) return notFound(resource, name);
  return notImplemented(`pod ${name} is simulated: it has no containers, so there is no ${subresource}`);
}
