import { fieldAt, type JsonPath } from '../../../core/kubernetes/schema/schema.ts';

/** Where people look for a field in vain: the objects that hold most others, nearest first. */
const objects: readonly JsonPath[] = [
  ['spec', 'template', 'spec'],
  ['spec', 'template', 'spec', 'containers', 0],
  ['spec'],
  ['spec', 'updateStrategy', 'rollingUpdate'],
  ['spec', 'template', 'metadata'],
  ['metadata'],
];

/** The object a misplaced field belongs into, as a path in words (`spec.template.spec`); null when no likely one has a field of that name. */
export function homeOf(path: JsonPath): string | null {
  const name = path.at(-1);
  if (typeof name !== 'string') return null;
  const home = objects.find(object => fieldAt([...object, name]) !== undefined);
  return home === undefined
    ? null
    : home
        .map(step => (typeof step === 'number' ? '[]' : step))
        .join('.')
        .replaceAll('.[]', '[]');
}
