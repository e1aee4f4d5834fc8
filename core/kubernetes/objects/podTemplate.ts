import type { JsonObject } from '../../base/json.ts';
import type { Labels } from './meta.ts';

export type TolerationOperator = 'Exists' | 'Equal' | 'Lt' | 'Gt';

export interface Toleration {
  /** Empty: any key (only with Exists). */
  readonly key: string;
  readonly operator: TolerationOperator;
  readonly value: string;
  /** Empty: any effect. */
  readonly effect: string;
  /** null: tolerated without end. */
  readonly tolerationSeconds: number | null;
}

export interface NodeSelectorRequirement {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
}

export interface NodeSelectorTerm {
  readonly matchExpressions: readonly NodeSelectorRequirement[];
  readonly matchFields: readonly NodeSelectorRequirement[];
}

/** requiredDuringSchedulingIgnoredDuringExecution: terms are OR-ed, requirements inside a term AND-ed. */
export interface NodeSelector {
  readonly terms: readonly NodeSelectorTerm[];
}

export interface Probe {
  readonly initialDelaySeconds: number;
  readonly periodSeconds: number;
  readonly timeoutSeconds: number;
  readonly successThreshold: number;
  readonly failureThreshold: number;
}

export interface ContainerPort {
  readonly name: string;
  readonly containerPort: number;
  /** 0: none. */
  readonly hostPort: number;
  readonly protocol: string;
  readonly hostIp: string;
}

export interface ResourceList {
  readonly cpuMilli: number;
  readonly memoryBytes: number;
  readonly extended: Readonly<Record<string, number>>;
}

export interface Container {
  readonly name: string;
  readonly image: string;
  readonly imagePullPolicy: 'Always' | 'IfNotPresent' | 'Never';
  readonly ports: readonly ContainerPort[];
  readonly requests: ResourceList;
  readonly readinessProbe: Probe | null;
  readonly livenessProbe: Probe | null;
  readonly startupProbe: Probe | null;
  /** A restartable init container (native sidecar). False for main containers. */
  readonly sidecar: boolean;
  /** Seconds a `preStop: sleep` hook takes; null when there is no hook, or one whose length nobody can know. */
  readonly preStopSleepSeconds: number | null;
  readonly hasPreStop: boolean;
}

/** The pod template of a DaemonSet, defaults applied. */
export interface PodTemplate {
  readonly labels: Labels;
  readonly annotations: Labels;
  readonly spec: PodSpec;
  /** The template as the API server holds it, defaults applied: what revisions keep and `describe` prints. */
  readonly json: JsonObject;
}

export interface PodSpec {
  /** spec.nodeName of the template; empty: none. */
  readonly nodeName: string;
  readonly nodeSelector: Labels;
  /** null: no required node affinity. */
  readonly requiredNodeAffinity: NodeSelector | null;
  readonly tolerations: readonly Toleration[];
  readonly hostNetwork: boolean;
  readonly priorityClassName: string;
  readonly priority: number;
  readonly terminationGracePeriodSeconds: number;
  readonly initContainers: readonly Container[];
  readonly containers: readonly Container[];
  /** Condition types of spec.readinessGates. */
  readonly readinessGates: readonly string[];
}
