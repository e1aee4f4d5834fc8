import type { Subresource } from './resources/apiResource.ts';
import type { Resource } from './resources/resource.ts';
import { resourceNamed } from './resources/resources.ts';

/** What a path means. */
export type Route =
  | { readonly kind: 'collection'; readonly resource: Resource; readonly namespace: string }
  | {
      readonly kind: 'object';
      readonly resource: Resource;
      readonly namespace: string;
      readonly name: string;
      readonly subresource: Subresource | null;
    }
  /** A subresource that the resource does not have, such as pods/log. */
  | {
      readonly kind: 'missingSubresource';
      readonly resource: Resource;
      readonly namespace: string;
      readonly name: string;
      readonly subresource: string;
    }
  /** A known group and version, but no such resource in it. */
  | { readonly kind: 'unknownResource'; readonly group: string; readonly version: string; readonly name: string }
  /** Not a path of objects: discovery, health and the like; steps without empty ones. */
  | { readonly kind: 'other'; readonly steps: readonly string[] };

/** Reads a path. Steps that cannot be decoded, and `.` and `..`, name nothing. */
export function routeOf(path: string): Route {
  const steps = stepsOf(path);
  if (steps === null) return { kind: 'other', steps: ['?'] };
  const [root, ...rest] = steps;
  if (root === 'api' && rest.length >= 2) return inGroup('', rest[0] ?? '', rest.slice(1));
  if (root === 'apis' && rest.length >= 3) return inGroup(rest[0] ?? '', rest[1] ?? '', rest.slice(2));
  return { kind: 'other', steps };
}

function stepsOf(path: string): readonly string[] | null {
  try {
    const steps = path
      .split('/')
      .filter(step => step !== '')
      .map(decodeURIComponent);
    return steps.some(step => step === '.' || step === '..' || step.includes('/')) ? null : steps;
  } catch {
    return null;
  }
}

function inGroup(group: string, version: string, steps: readonly string[]): Route {
  const [first = '', second = '', third, ...more] = steps;
  // /namespaces/NS/pods is about pods; /namespaces/NS and /namespaces/NS/status about the namespace
  const scoped = first === 'namespaces' && third !== undefined && resourceNamed(group, version, third) !== undefined;
  if (scoped || (first === 'namespaces' && third !== undefined && third !== 'status' && third !== 'finalize'))
    return ofResource(group, version, second, third ?? '', more);
  return ofResource(group, version, '', first, steps.slice(1));
}

function ofResource(group: string, version: string, namespace: string, plural: string, rest: readonly string[]): Route {
  const resource = resourceNamed(group, version, plural);
  const [name, subresource, ...deeper] = rest;
  const lost = resource === undefined || (namespace !== '' && !resource.namespaced) || deeper.length > 0;
  if (lost) return { kind: 'unknownResource', group, version, name: plural };
  if (name === undefined) return { kind: 'collection', resource, namespace };
  if (resource.namespaced && namespace === '') return { kind: 'unknownResource', group, version, name: plural };
  if (subresource === undefined) return { kind: 'object', resource, namespace, name, subresource: null };
  const found = answered.includes(subresource) ? resource.subresources.find(one => one.name === subresource) : undefined;
  return found === undefined
    ? { kind: 'missingSubresource', resource, namespace, name, subresource }
    : { kind: 'object', resource, namespace, name, subresource: found };
}

/** The subresources that this server answers, where the resource has them; the others are about containers, scales and proxies. */
const answered: readonly string[] = ['status', 'eviction'];
