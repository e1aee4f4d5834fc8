import { at, isJsonArray, type JsonObject, type JsonValue } from '../base/json.ts';
import type { Difference } from './differences.ts';
import { yamlLine } from './mend.ts';
import type { Words } from './words/en.ts';
import { sayText } from './words/say.ts';

/** What a person calls a field of a pod template: `image`, `env LOG_LEVEL`, `resources.limits.memory`, `image of side` with several containers. */
export function fieldName(difference: Difference, manifest: JsonObject, words: Words): string {
  const { steps, names } = difference;
  const list = steps.findIndex((step, i) => (step === 'containers' || step === 'initContainers') && typeof steps[i + 1] === 'number');
  if (list < 0) return shortName(steps);
  const inside = steps.slice(list + 2);
  const container = names[list + 1] ?? '';
  if (inside.length === 0) return sayText('edit.ofContainer', { field: 'container', container }, words);
  const name = inside[0] === 'env' && inside.length > 1 ? sayText('edit.env', { name: names[list + 3] ?? '' }, words) : joined(inside);
  return isOnlyContainer(steps, list, manifest) ? name : sayText('edit.ofContainer', { field: name, container }, words);
}

/** A value in a word: an image without its registry, an object in one line, cut where it gets long. */
export function valueText(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string') return shorten(yamlLine(value));
  return shorten(longImage.test(value) ? value.slice(value.lastIndexOf('/') + 1) : value);
}

/** An image with a path before its name and a tag or digest behind it. */
const longImage = /^[\w.-]+(?::\d+)?\/[\w./-]*\w(?=[:@])(?::[\w.-]+)?(?:@[\w.]+:\w+)?$/;

function shorten(text: string): string {
  const oneLine = text.replaceAll(/\s+/g, ' ');
  return oneLine.length > 48 ? `${oneLine.slice(0, 47)}…` : oneLine;
}

/** Without what all template fields have in common. */
function shortName(steps: readonly (string | number)[]): string {
  const start = steps[1] === 'template' ? (steps[2] === 'spec' ? 3 : 2) : steps[0] === 'spec' ? 1 : 0;
  const rest = steps.slice(start);
  return joined(rest[0] === 'updateStrategy' && rest.length > 1 ? rest.slice(-1) : rest);
}

function joined(steps: readonly (string | number)[]): string {
  return steps.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`)).join('');
}

function isOnlyContainer(steps: readonly (string | number)[], list: number, manifest: JsonObject): boolean {
  const containers = at(manifest, ...steps.slice(0, list + 1));
  return steps[list] === 'containers' && isJsonArray(containers) && containers.length === 1;
}
