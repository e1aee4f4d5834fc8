import { fnv1a32 } from '../base/fnv.ts';
import { canonicalJson } from '../base/json.ts';
import type { PodTemplate } from '../kubernetes/objects/podTemplate.ts';

/** What a ControllerRevision keeps of a template, as canonical text; equal texts are the same revision (getPatch, update.go). */
export function revisionData(template: PodTemplate): string {
  return canonicalJson({ spec: { template: { ...template.json, $patch: 'replace' } } });
}

/**
 * The hash in names of revisions and in the pods' label: FNV-1a 32 in Kubernetes' alphabet (ComputeHash, rand.SafeEncodeString).
 *
 * Assumption: Kubernetes hashes a Go dump of the template struct, which nobody outside Go can rebuild and which changes between minor
 * versions; canonical JSON takes its place. So hashes look right and are equal exactly when they should be, but are not Kubernetes' own.
 */
export function revisionHash(template: PodTemplate, collisionCount: number | null): string {
  const text = canonicalJson(template.json);
  const hash = fnv1a32(collisionCount === null ? text : text + littleEndian(collisionCount));
  return [...hash.toString(10)].map(digit => alphabet[digit.charCodeAt(0) % alphabet.length]).join('');
}

const alphabet = 'bcdfghjklmnpqrstvwxz2456789';

/** The count as its 4 bytes, low first, in a buffer of 8. */
function littleEndian(count: number): string {
  const bytes = [count & 0xff, (count >>> 8) & 0xff, (count >>> 16) & 0xff, (count >>> 24) & 0xff, 0, 0, 0, 0];
  return String.fromCharCode(...bytes);
}
