import type { FieldError } from '../../../core/kubernetes/fieldError.ts';
import type { KubernetesVersion } from '../../../core/kubernetes/versions.ts';
import type { DaemonSetText } from '../document/daemonSets.ts';
import type { Place } from '../document/locate.ts';
import type { Step } from '../document/value.ts';
import type { YamlDocument } from '../document/yamlDocument.ts';

/** An error of the API server, where it stands, and everything around it. */
export interface Situation {
  readonly document: YamlDocument;
  readonly daemonSet: DaemonSetText;
  readonly error: FieldError;
  /** The error's path as keys and indexes. */
  readonly path: readonly Step[];
  readonly place: Place;
  readonly version: KubernetesVersion;
}
