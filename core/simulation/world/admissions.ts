import type { JsonObject } from '../../base/json.ts';
import type { DaemonSet } from '../../kubernetes/objects/daemonSet.ts';
import type { ReadProblem } from '../../kubernetes/objects/spot.ts';
import type { Scenario } from '../scenario.ts';

/** A manifest as the API server would store it: defaults applied, as JSON without status and as an object. Or why it is refused. */
export type Admitted =
  | { readonly ok: true; readonly json: JsonObject; readonly daemonSet: DaemonSet }
  | { readonly ok: false; readonly problems: readonly ReadProblem[] };

/** How a manifest was judged, and what that depends on. */
export interface Admission {
  readonly version: Scenario['kubernetesVersion'];
  readonly kubelet: Scenario['kubelet']['kind'];
  readonly old: JsonObject | null;
  readonly admitted: Admitted;
}

/** What manifests were judged to be. Scenarios that differ in their seed judge the same ones again and again. */
export type Admissions = WeakMap<JsonObject, readonly Admission[]>;
