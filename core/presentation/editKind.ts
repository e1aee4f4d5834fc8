import { at, type JsonObject, type JsonValue } from '../base/json.ts';
import { fillDaemonSet } from '../kubernetes/defaulting/daemonSet.ts';
import type { UpdateStrategy } from '../kubernetes/objects/daemonSet.ts';
import { type Difference, differences } from './differences.ts';
import { fieldName, valueText } from './fieldName.ts';
import { en, type Words } from './words/en.ts';
import { sayText } from './words/say.ts';

/** Which part of the manifest a changed field belongs to, and so what its change does. */
export type EditScope = 'template' | 'placement' | 'strategy' | 'metadata';

/** A field that differs between baseline and manifest, in a person's words: `image`, `fluentd:1.16`, `fluentd:1.17`. */
export interface FieldChange {
  readonly scope: EditScope;
  readonly name: string;
  /** Empty: it was not there. */
  readonly from: string;
  /** Empty: it is not there any more. */
  readonly to: string;
  /** Where it stands in the manifest: `spec.template.spec.containers[0].image`. */
  readonly path: string;
}

/** What matters most comes first. */
const scopes: readonly EditScope[] = ['template', 'placement', 'strategy', 'metadata'];

/** An edit: baseline → manifest. */
export interface Edit {
  /** `create`: there is no baseline. Otherwise the part that matters most: template, then placement, strategy, metadata; `none`: nothing differs. */
  readonly kind: 'create' | 'none' | EditScope;
  readonly fields: readonly FieldChange[];
  readonly strategy: UpdateStrategy;
  /** The strategy in a word or two: `maxUnavailable 1`, `maxSurge 10%`, `OnDelete`. */
  readonly strategyText: string;
  /** What tells an old pod from a new one, in a word: `fluentd:1.16`, `testenv=value`; empty: nothing short does. */
  readonly oldWord: string;
  readonly newWord: string;
}

/** What kind of edit leads from the baseline to the manifest, and which fields differ. A field that is written out with its default does not. */
export function editOf(baseline: JsonObject | null, manifest: JsonObject, words: Words = en): Edit {
  const strategy = strategyOf(manifest);
  const common = { strategy, strategyText: strategyText(strategy) };
  if (baseline === null) return { ...common, kind: 'create', fields: [], oldWord: '', newWord: '' };
  const found = differences(fillDaemonSet(baseline), fillDaemonSet(manifest)).filter(
    ({ path }) => path !== 'spec.updateStrategy.rollingUpdate',
  );
  const changes = found.map(difference => changeOf(difference, manifest, words));
  const fields = scopes.flatMap(scope => changes.filter(change => change.scope === scope));
  const telling = found.find(tellsPods);
  return { ...common, kind: fields[0]?.scope ?? 'none', fields, oldWord: word(telling, 'from'), newWord: word(telling, 'to') };
}

/** What the header says of it, and a codicon for it. */
export function editKindText(edit: Edit, words: Words = en): { readonly icon: string; readonly kind: string } {
  if (edit.kind === 'create') return { icon: 'add', kind: sayText('edit.create', {}, words) };
  if (edit.kind === 'none') return { icon: 'check', kind: sayText('edit.none', {}, words) };
  if (edit.kind === 'template' && edit.strategy.type === 'OnDelete')
    return { icon: 'circle-slash', kind: sayText('edit.templateOnDelete', {}, words) };
  const icons = { template: 'sync', placement: 'zap', strategy: 'settings', metadata: 'tag' } as const;
  return { icon: icons[edit.kind], kind: sayText(`edit.${edit.kind}`, {}, words) };
}

/** The strategy of a manifest, defaults filled in (apps/v1: RollingUpdate, maxUnavailable 1, maxSurge 0). */
export function strategyOf(manifest: JsonObject): UpdateStrategy {
  const strategy = at(manifest, 'spec', 'updateStrategy');
  if (at(strategy, 'type') === 'OnDelete') return { type: 'OnDelete' };
  return {
    type: 'RollingUpdate',
    maxUnavailable: budget(at(strategy, 'rollingUpdate', 'maxUnavailable'), 1),
    maxSurge: budget(at(strategy, 'rollingUpdate', 'maxSurge'), 0),
  };
}

function budget(value: JsonValue | undefined, fallback: number): number | string {
  return typeof value === 'number' || typeof value === 'string' ? value : fallback;
}

export function strategyText(strategy: UpdateStrategy): string {
  if (strategy.type === 'OnDelete') return 'OnDelete';
  const surges = strategy.maxSurge !== 0 && strategy.maxSurge !== '0%';
  return surges ? `maxSurge ${strategy.maxSurge}` : `maxUnavailable ${strategy.maxUnavailable}`;
}

function changeOf(difference: Difference, manifest: JsonObject, words: Words): FieldChange {
  return {
    scope: scopeOf(difference),
    name: fieldName(difference, manifest, words),
    from: valueText(difference.from),
    to: valueText(difference.to),
    path: difference.path,
  };
}

const placementFields = new Set(['nodeSelector', 'affinity', 'tolerations', 'nodeName']);

function scopeOf({ steps, from, to }: Difference): EditScope {
  if (steps[0] !== 'spec') return 'metadata';
  if (steps[1] !== 'template') return 'strategy';
  if (steps[2] !== 'spec' || !placementFields.has(String(steps[3]))) return 'template';
  if (steps[3] !== 'affinity') return 'placement';
  const ofNodes = steps.length > 4 ? steps[4] === 'nodeAffinity' : [from, to].some(side => at(side, 'nodeAffinity') !== undefined);
  return ofNodes ? 'placement' : 'template';
}

/** Whether a field tells old pods from new ones at a glance: an image or a variable, changed from one plain value to another. */
function tellsPods({ steps, from, to }: Difference): boolean {
  const telling = steps.at(-1) === 'image' || (steps.at(-1) === 'value' && steps.at(-3) === 'env');
  return telling && [from, to].every(value => typeof value === 'string' && value !== '');
}

/** `fluentd:1.17`, `LEVEL=debug`. */
function word(difference: Difference | undefined, side: 'from' | 'to'): string {
  if (difference === undefined) return '';
  const { steps, names } = difference;
  const text = valueText(difference[side]);
  return steps.at(-1) === 'image' ? text : `${names[steps.length - 2] ?? ''}=${text}`;
}
