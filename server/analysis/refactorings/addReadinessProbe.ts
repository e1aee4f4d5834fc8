import { at } from '../../../core/base/json.ts';
import { type ContainerAt, objectsAt } from '../rules/manifest.ts';
import { appendEntry } from './appendEntry.ts';
import { blockOf, containerAround } from './containerAround.ts';
import type { RefactoringSource } from './refactoring.ts';

/** On a container without one: a readiness probe, on its first port. It is what lets a rollout stop at a pod that does not work. */
export const addReadinessProbe: RefactoringSource = spot => {
  const container = containerAround(spot);
  const block = container === null ? null : blockOf(spot, container);
  if (container === null || block === null || at(container.value, 'readinessProbe') !== undefined) return [];
  const lines = ['readinessProbe:', '  httpGet:', '    path: /healthz', `    port: ${firstPort(container)}`, '  periodSeconds: 10'];
  const edit = appendEntry(spot.document, block, lines);
  return edit === null ? [] : [{ title: 'Add a readinessProbe', edits: [edit] }];
};

function firstPort(container: ContainerAt): string {
  const [port] = objectsAt(container.value, ['ports']);
  const name = port === undefined ? undefined : at(port.value, 'name');
  const number = port === undefined ? undefined : at(port.value, 'containerPort');
  if (typeof name === 'string' && name !== '') return name;
  return typeof number === 'number' ? String(number) : '8080';
}
