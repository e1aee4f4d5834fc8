import { isDeepStrictEqual } from 'node:util';
import { dns1035LabelProblems, dnsLabelProblems, dnsSubdomainProblems, maskTrailingDash } from '../../../core/kubernetes/names/dns.ts';
import {
  cIdentifierProblems,
  configMapKeyProblems,
  envNameProblems,
  headerNameProblems,
  portNameProblems,
  strictEnvNameProblems,
} from '../../../core/kubernetes/names/keys.ts';
import { labelValueProblems, qualifiedNameProblems } from '../../../core/kubernetes/names/labels.ts';
import { compareQuantities, parseQuantity, type Quantity, quantityErrorText, scaledUp } from '../../../core/kubernetes/quantity.ts';
import { formatQuantity } from '../../../core/kubernetes/quantityPrint.ts';
import { reviewPortNumber } from '../../../core/kubernetes/validation/ports.ts';
import type { Review } from '../../../core/kubernetes/validation/review.ts';
import { reviewIdValue } from '../../../core/kubernetes/validation/securityContext.ts';
import { percentProblems } from '../../../core/kubernetes/validation/updateStrategy.ts';
import { defaultKubernetesVersion } from '../../../core/kubernetes/versions.ts';
import type { Recordings } from '../recordings.ts';
import { type Check, guarded, type Suite } from '../suite.ts';
import { quantityInYaml } from '../validation/quantityInYaml.ts';

/** Single functions of Kubernetes that validation and defaulting rest on. */
export const kubernetesUnits: Suite = {
  name: 'units',
  replay(recordings, check) {
    replayFile(recordings, check, 'units/quantity.json', quantity);
    replayFile(recordings, check, 'units/quantity-compare.json', comparison);
    replayFile(recordings, check, 'units/quantity-from-yaml.json', fromYaml);
    replayFile(recordings, check, 'units/names.json', name);
    replayFile(recordings, check, 'units/numbers.json', number);
    replayFile(recordings, check, 'units/percent-format.json', percent);
  },
};

function replayFile<T>(
  recordings: Recordings,
  check: Check,
  file: string,
  compare: (record: T) => readonly [recorded: unknown, ours: unknown],
): void {
  if (!recordings.has(file)) return;
  const records: readonly T[] = JSON.parse(recordings.text(file));
  records.forEach((record, index) => {
    const difference = guarded(() => {
      const [recorded, ours] = compare(record);
      return isDeepStrictEqual(recorded, ours) ? null : `recorded ${JSON.stringify(recorded)}, ours ${JSON.stringify(ours)}`;
    });
    check(file, String(index), difference);
  });
}

interface QuantityRecord {
  readonly in: string;
  readonly error?: string;
  readonly canonical?: string;
  readonly format?: string;
  readonly value?: string;
  readonly ceilInt?: number;
  readonly ceilMilli?: number;
}

function quantity(record: QuantityRecord): [unknown, unknown] {
  const { in: text, error, canonical, format, value } = record;
  const ours = parseQuantity(text);
  if (typeof ours === 'string') return [error, quantityErrorText[ours]];
  const scaled = (recorded: number | undefined, scale: number): number | undefined =>
    recorded === undefined ? undefined : Number(scaledUp(ours, scale));
  return [
    [canonical, format, value, record.ceilInt, record.ceilMilli],
    [formatQuantity(ours), ours.format, decimal(ours), scaled(record.ceilInt, 0), scaled(record.ceilMilli, -3)],
  ];
}

/** In plain digits. */
function decimal({ unscaled, scale }: Quantity): string {
  if (unscaled === 0n) return '0';
  if (scale >= 0) return String(unscaled * 10n ** BigInt(scale));
  const sign = unscaled < 0n ? '-' : '';
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(1 - scale, '0');
  return `${sign}${digits.slice(0, scale)}.${digits.slice(scale)}`.replace(/\.?0+$/, '');
}

function comparison({ a, b, cmp }: { readonly a: string; readonly b: string; readonly cmp: number }): [unknown, unknown] {
  const [left, right] = [parseQuantity(a), parseQuantity(b)];
  return [cmp, typeof left === 'string' || typeof right === 'string' ? 'refused' : compareQuantities(left, right)];
}

interface YamlRecord {
  readonly yaml: string;
  readonly canonical?: string;
  readonly error?: string;
}

function fromYaml({ yaml, canonical, error }: YamlRecord): [unknown, unknown] {
  const ours = quantityInYaml(yaml);
  // numbers are doubles here: of `9007199254740993` without quotes the last digit is lost
  if (Number(yaml) > Number.MAX_SAFE_INTEGER && /^\d+$/.test(canonical ?? '')) return [Number(canonical), Number(ours)];
  // the recorder decoded a small struct by a library that puts words of its own before the error
  return [canonical ?? error?.replace('error unmarshaling JSON: while decoding JSON: ', ''), ours];
}

const checks: Readonly<Record<string, (text: string) => readonly string[]>> = {
  cIdentifier: cIdentifierProblems,
  configMapKey: configMapKeyProblems,
  daemonSetName: dnsSubdomainProblems,
  dns1035Label: dns1035LabelProblems,
  dns1123Label: dnsLabelProblems,
  dns1123Subdomain: dnsSubdomainProblems,
  envVarName: strictEnvNameProblems,
  generateNameDaemonSet: text => dnsSubdomainProblems(maskTrailingDash(text)),
  httpHeaderName: headerNameProblems,
  labelValue: labelValueProblems,
  namespaceName: dnsLabelProblems,
  portName: portNameProblems,
  qualifiedName: qualifiedNameProblems,
  relaxedEnvVarName: envNameProblems,
};

interface NameRecord {
  readonly check: string;
  readonly in: string;
  readonly errors: readonly string[];
}

function name({ check, in: text, errors }: NameRecord): [unknown, unknown] {
  return [errors, checks[check]?.(text) ?? `unknown check ${check}`];
}

function number({
  check,
  in: value,
  errors,
}: {
  readonly check: string;
  readonly in: number;
  readonly errors: readonly string[];
}): [unknown, unknown] {
  const review: Review = { version: defaultKubernetesVersion, cascades: true, found: [] };
  if (check === 'portNumber') reviewPortNumber(review, value, []);
  else reviewIdValue(review, value, []);
  return [errors, review.found.map(error => error.message.replace(`Invalid value: ${value}: `, ''))];
}

function percent({ in: text, errors }: { readonly in: string; readonly errors: readonly string[] }): [unknown, unknown] {
  return [errors, percentProblems(text)];
}
