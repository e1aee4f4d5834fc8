import { compareNumbers } from '../base/compare.ts';
import type { ControllerRevision } from '../kubernetes/objects/controllerRevision.ts';
import { describePodTemplate } from './describe/podTemplate.ts';
import { alignTabs } from './tabAlign.ts';

/** What `kubectl rollout history daemonset/NAME` prints, its closing empty line included (kubectl polymorphichelpers, history.go). */
export function rolloutHistory(name: string, revisions: readonly ControllerRevision[]): string {
  const sorted = [...revisions].sort((a, b) => compareNumbers(a.revision, b.revision));
  if (sorted.length === 0) return `daemonset.apps/${name} \nNo rollout history found.\n`;
  const lines = sorted.map(revision => `${revision.revision}\t${changeCause(revision)}\n`);
  return `daemonset.apps/${name} \n${alignTabs(`REVISION\tCHANGE-CAUSE\n${lines.join('')}`)}\n`;
}

/** What it prints with `--revision N` (tabs stay tabs there); null when there is no such revision. */
export function revisionDetails(name: string, revisions: readonly ControllerRevision[], revision: number): string | null {
  const found = revisions.find(candidate => candidate.revision === revision);
  if (found?.template == null) return null;
  return `daemonset.apps/${name} with revision #${revision}\n${describePodTemplate(found.template.json)}\n`;
}

function changeCause(revision: ControllerRevision): string {
  const key = 'kubernetes.io/change-cause';
  const cause = Object.hasOwn(revision.annotations, key) ? (revision.annotations[key] ?? '') : '';
  return cause === '' ? '<none>' : cause;
}
