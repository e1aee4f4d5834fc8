import { templateGenerationAnnotation } from '../kubernetes/decoding/templateGeneration.ts';
import { parseInt64 } from '../kubernetes/nodeAffinity.ts';
import type { DaemonSet } from '../kubernetes/objects/daemonSet.ts';
import type { Labels } from '../kubernetes/objects/meta.ts';
import type { Pod } from '../kubernetes/objects/pod.ts';

/** Label on pods and revisions: the hash of the template they are made from. */
export const revisionHashLabel = 'controller-revision-hash';
/** Legacy label on pods, compared with the annotation of the DaemonSet. */
export const templateGenerationLabel = 'pod-template-generation';

/** A label's or an annotation's value, or undefined. Safe for any key. */
export function labelOf(labels: Labels, key: string): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}

/** The template generation of the annotation in plain decimal, or null: none, or no number. */
export function templateGeneration(annotations: Labels): string | null {
  const written = labelOf(annotations, templateGenerationAnnotation);
  const value = written === undefined ? null : parseInt64(written);
  return value === null ? null : value.toString();
}

/** Whether a pod is of the current template: by its hash, or by the legacy generation (util.IsPodUpdated). */
export function isUpdated(pod: Pod, hash: string, generation: string | null): boolean {
  if (hash !== '' && labelOf(pod.labels, revisionHashLabel) === hash) return true;
  return generation !== null && labelOf(pod.labels, templateGenerationLabel) === generation;
}

/**
 * What tells pods of the current template from others. It remembers the labels it was last asked about, of either kind: pods of one revision share
 * theirs, so that most questions are answered without reading them.
 */
export interface NewestTemplate {
  readonly hash: string;
  readonly generation: string | null;
  newLabels: Labels | null;
  oldLabels: Labels | null;
}

export function newestTemplate(hash: string, generation: string | null): NewestTemplate {
  return { hash, generation, newLabels: null, oldLabels: null };
}

/** As {@link isUpdated}. */
export function isOfNewest(pod: Pod, newest: NewestTemplate): boolean {
  const { labels } = pod;
  if (labels === newest.newLabels) return true;
  if (labels === newest.oldLabels) return false;
  const updated = isUpdated(pod, newest.hash, newest.generation);
  if (updated) newest.newLabels = labels;
  else newest.oldLabels = labels;
  return updated;
}

/** Labels of a pod that the controller makes (util.CreatePodTemplate). */
export function newPodLabels(daemonSet: DaemonSet, hash: string): Labels {
  const generation = templateGeneration(daemonSet.annotations);
  return {
    ...daemonSet.spec.template.labels,
    ...(generation === null ? {} : { [templateGenerationLabel]: generation }),
    ...(hash === '' ? {} : { [revisionHashLabel]: hash }),
  };
}
