import { type FieldError, jsonPathOf } from '../../../core/kubernetes/fieldError.ts';
import type { DaemonSetText } from '../document/daemonSets.ts';
import { childNamed, type Node } from '../document/tree.ts';
import type { Step } from '../document/value.ts';

/**
 * The errors that do not come from an alias that contains itself or blows up: what such aliases and the collections they repeat stand for is no
 * object that anyone wrote, so one word on the alias is enough.
 */
export function withoutAliasErrors(daemonSet: DaemonSetText, errors: readonly FieldError[]): readonly FieldError[] {
  if (!daemonSet.problems.some(problem => problem.kind === 'alias')) return errors;
  return errors.filter(error => !leadsThroughAlias(daemonSet.node, jsonPathOf(error.at ?? error.path)));
}

function leadsThroughAlias(root: Node, path: readonly Step[]): boolean {
  let here: Node | null = root;
  for (const step of path) {
    here = typeof step === 'number' ? (here.kind === 'sequence' ? (here.items[step] ?? null) : null) : childNamed(here, step);
    if (here === null) return false;
    if (here.kind === 'alias') return true;
  }
  return here.anchor !== null && here.kind === 'sequence';
}
