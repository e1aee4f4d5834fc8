import { formatPath } from '../../../core/kubernetes/fieldError.ts';
import type { Situation } from '../diagnostics/situation.ts';
import type { Fix } from '../finding.ts';
import { meantQuantity } from '../schema/meantQuantity.ts';

/** Volume sources that people write as a text, and the field that the text is meant for. */
const textFields: { readonly [source: string]: string } = {
  hostPath: 'path',
  configMap: 'name',
  secret: 'secretName',
  persistentVolumeClaim: 'claimName',
};

/** For values of the wrong shape: a text where an object with one obvious field belongs, a quantity with a unit of another world. */
export function shapeFixes({ document, error, path, place }: Situation): readonly Fix[] {
  if (place.node.kind !== 'scalar' || typeof error.value !== 'string') return [];
  const { span } = place.node;
  const source = document.text.slice(span.start, span.end);
  const field = textFields[String(path.at(-1))];
  if (error.type === 'TypeError' && field !== undefined && formatPath(error.path).includes('volumes[')) {
    return [{ title: `Write it as ${field}`, preferred: true, edits: [{ span, newText: `{${field}: ${source}}` }] }];
  }
  const meant = error.type === 'Quantity' ? meantQuantity(error.value) : null;
  return meant === null ? [] : [{ title: `Change to ${meant}`, preferred: true, edits: [{ span, newText: meant }] }];
}
