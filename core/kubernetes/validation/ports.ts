import { type JsonObject, type JsonValue, member } from '../../base/json.ts';
import type { FieldPath } from '../fieldError.ts';
import { child, indexed } from '../fieldPath.ts';
import { portNameProblems } from '../names/keys.ts';
import { outOfRange } from '../names/messages.ts';
import { numberOf, objectsOf, textOf } from './read.ts';
import { duplicate, invalid, invalidEach, oneOfRequired, type Review, required } from './review.ts';

/** The ports a container declares. */
export function reviewPorts(review: Review, ports: readonly JsonObject[], path: FieldPath): void {
  const names = new Set<string>();
  ports.forEach((port, index) => {
    reviewPort(review, port, indexed(path, index), names);
  });
}

/** A port of a probe or a hook: a number, or the name of a port (ValidatePortNumOrName). */
export function reviewPortOrName(review: Review, port: JsonValue | undefined, path: FieldPath): void {
  if (typeof port === 'string') invalidEach(review, path, port, portNameProblems(port));
  else reviewPortNumber(review, typeof port === 'number' ? port : 0, path);
}

/** Two containers of a pod cannot have the same port of the node. Init containers run one by one: each is looked at alone. */
export function reviewHostPortConflicts(review: Review, containers: readonly JsonObject[], path: FieldPath, first = 0): void {
  const taken = new Set<string>();
  containers.forEach((container, index) => {
    objectsOf(container, 'ports').forEach((port, at) => {
      if (numberOf(port, 'hostPort') === 0) return;
      const socket = `${textOf(port, 'protocol')}/${textOf(port, 'hostIP')}/${numberOf(port, 'hostPort')}`;
      const place = child(indexed(child(indexed(path, index), 'ports'), at), 'hostPort');
      const real = child(indexed(child(indexed(path, index + first), 'ports'), at), 'hostPort');
      if (taken.has(socket)) duplicate(review, place, socket, first === 0 ? undefined : real);
      taken.add(socket);
    });
  });
}

/** On the host's network the port of the node and of the container are one. */
export function reviewHostNetworkPorts(review: Review, containers: readonly JsonObject[], path: FieldPath): void {
  containers.forEach((container, index) => {
    objectsOf(container, 'ports').forEach((port, at) => {
      const hostPort = numberOf(port, 'hostPort');
      if (hostPort === 0 || hostPort === numberOf(port, 'containerPort')) return;
      const place = child(indexed(child(indexed(path, index), 'ports'), at), 'hostPort');
      invalid(review, place, hostPort, 'must match `containerPort` when `hostNetwork` is true');
    });
  });
}

function reviewPort(review: Review, port: JsonObject, path: FieldPath, names: Set<string>): void {
  const name = textOf(port, 'name');
  if (name !== '') {
    const problems = portNameProblems(name);
    invalidEach(review, child(path, 'name'), name, problems);
    if (problems.length === 0 && names.has(name)) duplicate(review, child(path, 'name'), name);
    if (problems.length === 0) names.add(name);
  }
  const containerPort = numberOf(port, 'containerPort');
  if (containerPort === 0) required(review, child(path, 'containerPort'));
  else reviewPortNumber(review, containerPort, child(path, 'containerPort'));
  const hostPort = numberOf(port, 'hostPort');
  if (hostPort !== 0) reviewPortNumber(review, hostPort, child(path, 'hostPort'));
  oneOfRequired(review, child(path, 'protocol'), textOf(port, 'protocol'), ['SCTP', 'TCP', 'UDP']);
}

/** A port is 1 to 65535. */
export function reviewPortNumber(review: Review, port: number, path: FieldPath): void {
  if (port < 1 || port > 65535) invalid(review, path, port, outOfRange(1, 65535));
}

/** The port of a probe as it was written, a number or a name. */
export function portOf(action: JsonObject): JsonValue | undefined {
  return member(action, 'port');
}
