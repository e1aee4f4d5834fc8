import type { JsonObject } from '../../base/json.ts';
import type { FieldPath } from '../fieldError.ts';
import { child } from '../fieldPath.ts';
import { goQuote } from '../goText.ts';
import { has, objectsOf, partOf, textOf } from '../validation/read.ts';
import { atLeast } from '../versions.ts';
import { type WarningReview, warnPlainly } from './warn.ts';

/** Each file is compared with each: only so many. */
const mostCompared = 500;

/** A file that a volume writes, and from where (empty inside a plain volume). */
interface WrittenFile {
  readonly file: string;
  readonly source: string;
}

/** Files of one volume of which one is the other, or a folder above it (warningsForOverlappingVirtualPaths, since 1.32). */
export function warnOfOverlaps(review: WarningReview, volume: JsonObject, name: string, path: FieldPath): void {
  const say = (kind: string, field: string, pairs: readonly string[]): void => {
    for (const pair of pairs) warnPlainly(review, child(path, field), `volume ${goQuote(name)} (${kind}): overlapping paths: ${pair}`);
  };
  const configMap = partOf(volume, 'configMap');
  const secret = partOf(volume, 'secret');
  say(`ConfigMap ${goQuote(textOf(configMap, 'name'))}`, 'configMap', overlaps([filesOf(configMap, '')]));
  say(`Secret ${goQuote(textOf(secret, 'secretName'))}`, 'secret', overlaps([filesOf(secret, '')]));
  say('DownwardAPI', 'downwardAPI', overlaps([filesOf(partOf(volume, 'downwardAPI'), '')]));
  const projected = partOf(volume, 'projected');
  if (has(volume, 'projected')) say('Projected', 'projected', overlaps(projectedFiles(review, projected, name, child(path, 'projected'))));
}

/** The files of each source. Servers up to 1.33 take a source that names no files for the one before it. */
function projectedFiles(review: WarningReview, projected: JsonObject, name: string, path: FieldPath): readonly (readonly WrittenFile[])[] {
  let before: readonly WrittenFile[] = [];
  return objectsOf(projected, 'sources').map(source => {
    if (Object.keys(source).length === 0) {
      warnPlainly(review, path, `volume ${goQuote(name)} (Projected) has no sources provided`);
      return [];
    }
    const own = sourceFiles(source);
    const files = own ?? (atLeast(review.version, '1.34') ? [] : before);
    before = files;
    return files;
  });
}

/** null: the source names no files. */
function sourceFiles(source: JsonObject): readonly WrittenFile[] | null {
  for (const [field, kind] of [
    ['configMap', 'ConfigMap'],
    ['secret', 'Secret'],
    ['downwardAPI', 'DownwardAPI'],
  ] as const) {
    const own = partOf(source, field);
    if (!has(own, 'items')) continue;
    return filesOf(own, field === 'downwardAPI' ? kind : `${kind} ${goQuote(textOf(own, 'name'))}`);
  }
  if (has(source, 'serviceAccountToken'))
    return [{ file: textOf(partOf(source, 'serviceAccountToken'), 'path'), source: 'ServiceAccountToken' }];
  const bundle = partOf(source, 'clusterTrustBundle');
  if (!has(source, 'clusterTrustBundle')) return null;
  return [
    { file: textOf(bundle, 'path'), source: `ClusterTrustBundle ${goQuote(textOf(bundle, 'name') || textOf(bundle, 'signerName'))}` },
  ];
}

function filesOf(owner: JsonObject, source: string): readonly WrittenFile[] {
  return objectsOf(owner, 'items').map(item => ({ file: withoutTrailingSlashes(textOf(item, 'path')), source }));
}

function withoutTrailingSlashes(file: string): string {
  let end = file.length;
  while (end > 0 && file[end - 1] === '/') end--;
  return file.slice(0, end);
}

function overlaps(sources: readonly (readonly WrittenFile[])[]): readonly string[] {
  const seen: WrittenFile[] = [];
  const pairs: string[] = [];
  for (const file of sources.flat().slice(0, mostCompared)) {
    for (const other of seen) if (collide(file.file, other.file)) pairs.push(`${shown(file)} with ${shown(other)}`);
    seen.push(file);
  }
  return pairs;
}

function collide(a: string, b: string): boolean {
  return a !== '' && b !== '' && (a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`));
}

function shown({ file, source }: WrittenFile): string {
  return source === '' ? goQuote(file) : `${goQuote(file)} (${source})`;
}
