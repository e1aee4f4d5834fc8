import { at, isJsonArray, isJsonObject } from '../../../core/base/json.ts';
import type { DaemonSetText } from '../document/daemonSets.ts';
import { locate } from '../document/locate.ts';
import type { Step } from '../document/value.ts';
import type { NameKind, Occurrence } from './occurrence.ts';

const pod: readonly Step[] = ['spec', 'template', 'spec'];

/** Every name in a DaemonSet that is given at one place and used at another: volumes, ports, containers, labels of the selector. */
export function occurrencesIn(daemonSet: DaemonSetText): readonly Occurrence[] {
  const named = [...volumes(daemonSet), ...containers(daemonSet), ...labels(daemonSet)];
  return named.flatMap(one => occurrenceAt(daemonSet, one));
}

type Named = Omit<Occurrence, 'span' | 'name'>;

function occurrenceAt(daemonSet: DaemonSetText, named: Named): readonly Occurrence[] {
  const place = locate(daemonSet.node, named.path);
  const name = at(daemonSet.value, ...named.path);
  if (place.depth < named.path.length || place.node.kind !== 'scalar' || typeof name !== 'string' || name === '') return [];
  // What an alias stands for lies outside of this DaemonSet, or is somebody else's too.
  return [{ ...named, name, span: place.node.span }];
}

function volumes(daemonSet: DaemonSetText): readonly Named[] {
  const declared = each(daemonSet, [...pod, 'volumes']).map(path => named('volume', 'definition', [...path, 'name']));
  const mounted = containerPaths(daemonSet).flatMap(container =>
    ['volumeMounts', 'volumeDevices'].flatMap(list =>
      each(daemonSet, [...container, list]).map(path => named('volume', 'reference', [...path, 'name'])),
    ),
  );
  return [...declared, ...mounted];
}

function containers(daemonSet: DaemonSetText): readonly Named[] {
  return containerPaths(daemonSet).flatMap(container => [
    named('container', 'definition', [...container, 'name']),
    ...each(daemonSet, [...container, 'env']).map(path =>
      named('container', 'reference', [...path, 'valueFrom', 'resourceFieldRef', 'containerName']),
    ),
    ...ports(daemonSet, container),
  ]);
}

const probes = ['readinessProbe', 'livenessProbe', 'startupProbe'];
const hooks = ['postStart', 'preStop'];
const handlers = ['httpGet', 'tcpSocket'];

function ports(daemonSet: DaemonSetText, container: readonly Step[]): readonly Named[] {
  const scope = container.join('.');
  const users = [...probes.map(probe => [probe]), ...hooks.map(hook => ['lifecycle', hook])];
  return [
    ...each(daemonSet, [...container, 'ports']).map(path => ({ ...named('port', 'definition', [...path, 'name']), scope })),
    ...users.flatMap(user => handlers.map(handler => ({ ...named('port', 'reference', [...container, ...user, handler, 'port']), scope }))),
  ];
}

/** A label of the template is what the selector asks for. */
function labels(daemonSet: DaemonSetText): readonly Named[] {
  const template = ['spec', 'template', 'metadata', 'labels'];
  const selector = ['spec', 'selector', 'matchLabels'];
  const keys = at(daemonSet.value, ...template);
  if (!isJsonObject(keys)) return [];
  return Object.keys(keys).flatMap(key => [
    { ...named('label', 'definition', [...template, key]), scope: key },
    { ...named('label', 'reference', [...selector, key]), scope: key },
  ]);
}

function named(kind: NameKind, role: Occurrence['role'], path: readonly Step[]): Named {
  return { kind, role, path, scope: '' };
}

function containerPaths(daemonSet: DaemonSetText): readonly (readonly Step[])[] {
  return ['initContainers', 'containers'].flatMap(list => each(daemonSet, [...pod, list]));
}

/** The paths of a list's entries. */
function each(daemonSet: DaemonSetText, path: readonly Step[]): readonly (readonly Step[])[] {
  const list = at(daemonSet.value, ...path);
  return isJsonArray(list) ? list.map((_, index) => [...path, index]) : [];
}
