import { at } from '../../../core/base/json.ts';
import { type ContainerAt, objectsAt } from '../rules/manifest.ts';
import { containerAround } from './containerAround.ts';
import { type RefactoringSource, rewriteField } from './refactoring.ts';

/** On a container without one: a readiness probe, on its first port. It is what lets a rollout stop at a pod that does not work. */
export const addReadinessProbe: RefactoringSource = spot => {
  const container = containerAround(spot);
  if (container === null || at(container.value, 'readinessProbe') !== undefined) return [];
  const probe = { httpGet: { path: '/healthz', port: firstPort(container) }, periodSeconds: 10 };
  return rewriteField(spot, 'Add a readinessProbe', [...container.path, 'readinessProbe'], probe);
};

function firstPort(container: ContainerAt): string | number {
  const [port] = objectsAt(container.value, ['ports']);
  const name = port === undefined ? undefined : at(port.value, 'name');
  const number = port === undefined ? undefined : at(port.value, 'containerPort');
  if (typeof name === 'string' && name !== '') return name;
  return typeof number === 'number' ? number : 8080;
}
