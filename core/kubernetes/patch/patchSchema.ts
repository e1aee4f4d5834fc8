import { fieldOf, rootType } from '../schema/schema.ts';
import { PatchProblem } from './patchProblem.ts';

/**
 * What a patch must know of an object: its API type; or that it is a map, where every key is allowed; or of one whose type is not known field by field,
 * which of its lists merge, wherever they are: by their name, with the field that tells their entries apart (empty: lists of words).
 */
export type PatchSchema = { readonly type: string } | { readonly lists: Readonly<Record<string, string>> } | 'map';

/** How a field is patched. */
export interface FieldPatch {
  /** Of the object in the field, or of those in its list. */
  readonly schema: PatchSchema;
  readonly merges: boolean;
  /** Fields that are not in the patch go: a volume has one source. */
  readonly retainsKeys: boolean;
  /** The field that tells entries of a merged list apart; empty for lists of words. */
  readonly mergeKey: string;
}

/** The root of a DaemonSet. */
export const daemonSetSchema: PatchSchema = { type: rootType };

/** The patch metadata of a field (the struct tags patchStrategy and patchMergeKey). Throws for a field the type does not have. */
export function fieldPatch(schema: PatchSchema, field: string): FieldPatch {
  if (schema === 'map') return { schema: 'map', merges: false, retainsKeys: false, mergeKey: '' };
  if ('lists' in schema) {
    const mergeKey = Object.hasOwn(schema.lists, field) ? schema.lists[field] : undefined;
    return { schema, merges: mergeKey !== undefined, retainsKeys: false, mergeKey: mergeKey ?? '' };
  }
  const facts = fieldOf(schema.type, field);
  if (facts === undefined) throw new PatchProblem(`unable to find api field in struct ${schema.type} for the json field "${field}"`);
  const strategies = facts.patchStrategy?.split(',') ?? [];
  return {
    schema: facts.ref === undefined ? 'map' : { type: facts.ref },
    merges: strategies.includes('merge'),
    retainsKeys: strategies.includes('retainKeys'),
    mergeKey: facts.patchMergeKey ?? '',
  };
}
