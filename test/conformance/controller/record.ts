/** A decision record of the controller recordings; the README among them says what each field means. */
export interface DecisionRecord {
  readonly id: string;
  readonly note?: string;
  readonly ds: RecordedDaemonSet;
  readonly revisions?: readonly RecordedRevision[];
  readonly nodes?: readonly RecordedNode[];
  readonly pods?: readonly RecordedPod[];
  readonly expectations?: readonly [number, number];
  readonly backoff?: readonly { readonly node: string; readonly failures: number; readonly ago: number }[];
  readonly faults?: Faults;
  readonly outcomes: readonly Outcome[];
}

export interface RecordedDaemonSet {
  readonly strategy: string;
  readonly maxUnavailable?: number | string;
  readonly maxSurge?: number | string;
  readonly generation?: number;
  readonly minReadySeconds?: number;
  readonly revisionHistoryLimit?: number;
  readonly templateGeneration?: string;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly deleting?: boolean;
  readonly emptySelector?: boolean;
  readonly nodeName?: string;
  readonly nodeSelector?: Readonly<Record<string, string>>;
  readonly requiredNodeAffinity?: RecordedNodeSelector;
  readonly preferredNodeAffinity?: boolean;
  readonly tolerations?: readonly RecordedToleration[];
  readonly hostNetwork?: boolean;
  readonly status?: RecordedStatus;
}

export interface RecordedNodeSelector {
  readonly nodeSelectorTerms?: readonly {
    readonly matchExpressions?: readonly RecordedRequirement[];
    readonly matchFields?: readonly RecordedRequirement[];
  }[];
}

export interface RecordedRequirement {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
}

export interface RecordedToleration {
  readonly key?: string;
  readonly operator?: string;
  readonly value?: string;
  readonly effect?: string;
  readonly tolerationSeconds?: number;
}

export interface RecordedStatus {
  readonly desired?: number;
  readonly current?: number;
  readonly ready?: number;
  readonly updated?: number;
  readonly available?: number;
  readonly misscheduled?: number;
  readonly unavailable?: number;
  readonly observedGeneration?: number;
  readonly collisionCount?: number;
}

export interface RecordedRevision {
  readonly rev: string;
  readonly n: number;
  readonly owner?: 'ds' | 'none' | 'other';
  readonly labelsMismatch?: boolean;
  readonly noHashLabel?: boolean;
  readonly copy?: string;
  readonly nameOf?: string;
}

export interface RecordedNode {
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly taints?: readonly string[];
  readonly unschedulable?: boolean;
}

export interface RecordedPod {
  readonly name: string;
  readonly node?: string;
  readonly target?: string;
  readonly noTarget?: boolean;
  readonly rev?: string;
  readonly templateGeneration?: string;
  readonly phase?: 'Pending' | 'Running' | 'Succeeded' | 'Failed';
  readonly age?: number;
  readonly readyFor?: number;
  readonly terminating?: boolean;
  readonly owner?: 'ds' | 'none' | 'other';
  readonly labelsMismatch?: boolean;
}

export interface Faults {
  readonly createsAllowed?: number;
  readonly namespaceTerminating?: boolean;
  readonly deletesFail?: boolean;
  readonly deletesNotFound?: boolean;
  readonly statusWriteErrors?: number;
  readonly dsGetError?: boolean;
  readonly apiSaysDeleting?: boolean;
  readonly apiSaysOtherUID?: boolean;
}

/** What one sync did. Left-out fields are empty or zero. */
export interface Outcome {
  readonly creates?: readonly string[];
  readonly createCalls?: number;
  readonly createRev?: string;
  readonly deletes?: readonly string[];
  readonly createChoice?: Choice;
  readonly deleteChoice?: Choice;
  readonly adopts?: readonly string[];
  readonly releases?: readonly string[];
  readonly relabels?: Readonly<Record<string, string>>;
  readonly revisions?: readonly string[];
  readonly events?: Readonly<Record<string, number>>;
  readonly status?: RecordedStatus;
  readonly statusWrites?: number;
  readonly requeueAfter?: readonly number[];
  readonly error?: string;
}

/** Beside the certain ones, exactly `pick` members of `from`, any. */
export interface Choice {
  readonly from: readonly string[];
  readonly pick: number;
}
