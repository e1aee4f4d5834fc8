import type { Forecast } from '../../../core/forecast/forecast.ts';
import type { DaemonSetName } from '../../../core/forecast/subject.ts';
import type { Edit } from '../../../core/presentation/editKind.ts';
import type { Scenario } from '../../../core/simulation/scenario.ts';

/** A rollout that has been pictured, as far as other strategies, other seeds and the same edit without faults need to know it. */
export interface Rollout {
  readonly scenario: Scenario;
  readonly daemonSet: DaemonSetName;
  readonly edit: Edit;
  /** Without the times of single nodes. */
  readonly forecast: Forecast;
  readonly nodes: number;
}

/** Simulation's worker → the worker for what may take its time. Its answers go to the panel, like those of the first. */
export type BackgroundRequest =
  /** In which language texts are wanted from now on, as a BCP 47 tag. */
  | { readonly type: 'speak'; readonly language: string }
  /** A newer run has begun: what is done for older ones is not wanted any more. */
  | { readonly type: 'supersede'; readonly run: number }
  /** Other strategies, many seeds, and how long it would take without faults. */
  | { readonly type: 'think'; readonly run: number; readonly rollout: Rollout }
  /** The picture of another strategy, by what its row is called. */
  | { readonly type: 'compare'; readonly run: number; readonly rollout: Rollout; readonly strategy: string };
