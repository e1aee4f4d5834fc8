import { at } from '../../../core/base/json.ts';
import { appendEntry } from './appendEntry.ts';
import { blockOf, containerAround } from './containerAround.ts';
import type { RefactoringSource } from './refactoring.ts';

/** On a container without resources: requests and a memory limit to start from. */
export const addRequests: RefactoringSource = spot => {
  const container = containerAround(spot);
  const block = container === null ? null : blockOf(spot, container);
  if (container === null || block === null || at(container.value, 'resources') !== undefined) return [];
  const lines = ['resources:', '  requests:', '    cpu: 50m', '    memory: 64Mi', '  limits:', '    memory: 128Mi'];
  const edit = appendEntry(spot.document, block, lines);
  return edit === null ? [] : [{ title: 'Add resource requests and a memory limit', edits: [edit] }];
};
