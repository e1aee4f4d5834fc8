import type { JsonObject } from '../../base/json.ts';
import type { FieldPath } from '../fieldError.ts';
import { child, indexed, keyed } from '../fieldPath.ts';
import { goQuote } from '../goText.ts';
import { containersOf } from '../validation/operatingSystem.ts';
import { appArmorPrefix, seccompOfPod, seccompPrefix } from '../validation/profileAnnotations.ts';
import { has, numberOf, objectsOf, pairsOf, partOf, textOf } from '../validation/read.ts';
import { warnOfAddresses } from './addresses.ts';
import { warnOfContainer } from './container.ts';
import { warnOfFractions } from './fractions.ts';
import { renamedLabel } from './nodeLabels.ts';
import { warnOfPlacement } from './placement.ts';
import { warnOfPorts } from './ports.ts';
import { warnOfVolumes } from './volumes.ts';
import { type WarningReview, warn } from './warn.ts';

/** All warnings of a pod template, defaults filled in (pkg/api/pod/warnings.go). */
export function warnOfTemplate(review: WarningReview, template: JsonObject, path: FieldPath): void {
  const spec = partOf(template, 'spec');
  const place = child(path, 'spec');
  warnOfAnnotations(review, template, path);
  warnOfNodeSelector(review, spec, place);
  warnOfPlacement(review, spec, place);
  warnOfAddresses(review, spec, place);
  warnOfVolumes(review, spec, place);
  warnOfRepeats(review, spec, place);
  warnOfFractions(review, spec, 'overhead', child(place, 'overhead'));
  if (numberOf(spec, 'terminationGracePeriodSeconds') < 0)
    warn(review, child(place, 'terminationGracePeriodSeconds'), 'must be >= 0; negative values are invalid and will be treated as 1');
  for (const { container, path: at } of containersOf(spec, place)) warnOfContainer(review, container, at);
  warnOfPorts(review, containersOf(spec, place));
}

const oldAnnotations: Readonly<Record<string, string>> = {
  'scheduler.alpha.kubernetes.io/critical-pod': 'non-functional in v1.16+; use the "priorityClassName" field instead',
  'security.alpha.kubernetes.io/sysctls': 'non-functional in v1.11+; use the "sysctls" field instead',
  'security.alpha.kubernetes.io/unsafe-sysctls': 'non-functional in v1.11+; use the "sysctls" field instead',
  [seccompOfPod]: 'non-functional in v1.27+; use the "seccompProfile" field instead',
};

function warnOfAnnotations(review: WarningReview, template: JsonObject, path: FieldPath): void {
  const spec = partOf(template, 'spec');
  for (const [key] of pairsOf(partOf(template, 'metadata'), 'annotations')) {
    const place = keyed(child(path, 'metadata', 'annotations'), key);
    const old = Object.hasOwn(oldAnnotations, key) ? oldAnnotations[key] : undefined;
    if (old !== undefined) warn(review, place, old);
    else if (key.startsWith(seccompPrefix)) warn(review, place, 'non-functional in v1.27+; use the "seccompProfile" field instead');
    else if (key.startsWith(appArmorPrefix) && !hasAppArmorField(spec, key.slice(appArmorPrefix.length)) && review.version !== '1.29')
      warn(review, place, 'deprecated since v1.30; use the "appArmorProfile" field instead');
  }
}

function hasAppArmorField(spec: JsonObject, name: string): boolean {
  const own = containersOf(spec, []).find(({ container }) => textOf(container, 'name') === name);
  return [spec, ...(own === undefined ? [] : [own.container])].some(owner => has(partOf(owner, 'securityContext'), 'appArmorProfile'));
}

function warnOfNodeSelector(review: WarningReview, spec: JsonObject, path: FieldPath): void {
  for (const [label] of pairsOf(spec, 'nodeSelector')) {
    const text = renamedLabel(label);
    if (text !== null) warn(review, keyed(child(path, 'nodeSelector'), label), text);
  }
}

function warnOfRepeats(review: WarningReview, spec: JsonObject, path: FieldPath): void {
  const addresses = new Set<string>();
  objectsOf(spec, 'hostAliases').forEach((alias, index) => {
    const address = textOf(alias, 'ip');
    const place = child(indexed(child(path, 'hostAliases'), index), 'ip');
    if (addresses.has(address)) warn(review, place, `duplicate ip ${goQuote(address)}`);
    addresses.add(address);
  });
  const secrets = new Set<string>();
  objectsOf(spec, 'imagePullSecrets').forEach((secret, index) => {
    const name = textOf(secret, 'name');
    const place = child(indexed(child(path, 'imagePullSecrets'), index), 'name');
    if (name === '') warn(review, place, 'invalid empty name ""');
    if (secrets.has(name)) warn(review, place, `duplicate name ${goQuote(name)}`);
    secrets.add(name);
  });
}
