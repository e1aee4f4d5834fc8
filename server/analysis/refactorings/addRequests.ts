import { at } from '../../../core/base/json.ts';
import { containerAround } from './containerAround.ts';
import { type RefactoringSource, rewriteField } from './refactoring.ts';

/** On a container without resources: requests and a memory limit to start from. */
export const addRequests: RefactoringSource = spot => {
  const container = containerAround(spot);
  if (container === null || at(container.value, 'resources') !== undefined) return [];
  const resources = { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '128Mi' } };
  return rewriteField(spot, 'Add resource requests and a memory limit', [...container.path, 'resources'], resources);
};
