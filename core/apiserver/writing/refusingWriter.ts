import { type Checked, refuse } from '../request.ts';
import { forbidden } from '../status.ts';
import { metaText } from './body.ts';
import type { Writer, Writing, Written } from './writer.ts';

/** Of kinds that nothing here would act on, and of those that controllers alone write: better a word than an object that does nothing. */
export const refusingWriter: Writer = {
  create: (writing, object) => refusal(writing, metaText(object, 'name')),
  update: (writing, before) => refusal(writing, before.name),
};

function refusal({ resource }: Writing, name: string): Checked<Written> {
  const why =
    resource.writing === 'controller'
      ? `in this simulation only the DaemonSet controller writes a ${resource.kind}`
      : `this simulation runs DaemonSets; nothing in it would act on a ${resource.kind}`;
  return refuse(forbidden(resource, name, why));
}
