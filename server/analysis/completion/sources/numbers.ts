import type { Suggestion, ValueSource } from '../valueSource.ts';

const fileModes: readonly Suggestion[] = [
  { value: '0644', detail: 'octal' },
  { value: '0400', detail: 'octal' },
  { value: '0755', detail: 'octal' },
];

const usual: { readonly [field: string]: readonly Suggestion[] } = {
  maxUnavailable: [
    { value: '1', detail: 'default · one node at a time' },
    { value: '10%', detail: 'of the nodes it runs on, rounded up' },
    { value: '25%', detail: 'of the nodes it runs on, rounded up' },
    { value: '0', detail: 'only with maxSurge' },
  ],
  maxSurge: [
    { value: '1', detail: 'a new pod beside the old one, one node at a time' },
    { value: '10%', detail: 'of the nodes it runs on, rounded up' },
    { value: '0', detail: 'default · the old pod goes first' },
  ],
  minReadySeconds: [{ value: '10' }, { value: '30' }, { value: '0', detail: 'default' }],
  revisionHistoryLimit: [{ value: '10', detail: 'default' }, { value: '5' }],
  terminationGracePeriodSeconds: [{ value: '30', detail: 'default' }, { value: '60' }, { value: '10' }],
  initialDelaySeconds: [{ value: '5' }, { value: '10' }, { value: '30' }],
  periodSeconds: [{ value: '10', detail: 'default' }, { value: '5' }, { value: '30' }],
  timeoutSeconds: [{ value: '1', detail: 'default' }, { value: '5' }],
  failureThreshold: [{ value: '3', detail: 'default' }],
  successThreshold: [{ value: '1', detail: 'default' }],
  containerPort: [{ value: '8080' }, { value: '9100', detail: 'metrics' }, { value: '80' }, { value: '443' }],
  tolerationSeconds: [{ value: '300' }, { value: '60' }],
  weight: [{ value: '100', detail: 'the most' }, { value: '50' }, { value: '1' }],
  maxSkew: [{ value: '1' }],
  minDomains: [{ value: '1' }, { value: '3' }],
  seconds: [{ value: '5' }, { value: '10' }, { value: '15' }],
  expirationSeconds: [{ value: '3600', detail: 'default' }, { value: '7200' }],
  fsGroup: [{ value: '65534', detail: 'nobody' }, { value: '1000' }],
  runAsGroup: [
    { value: '0', detail: 'root' },
    { value: '65534', detail: 'nobody' },
  ],
  supplementalGroups: [{ value: '0', detail: 'root' }],
  runAsUser: [
    { value: '0', detail: 'root' },
    { value: '65534', detail: 'nobody' },
    { value: '65532', detail: 'nonroot of distroless images' },
  ],
  defaultMode: fileModes,
  mode: fileModes,
};

/** Usual numbers of fields that take one. */
export const usualNumbers: ValueSource = ({ facts, field }) =>
  (facts.kind === 'integer' || facts.kind === 'intOrString') && Object.hasOwn(usual, field) ? (usual[field] ?? []) : [];
