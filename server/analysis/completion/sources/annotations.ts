import type { ValueSource } from '../valueSource.ts';

const ofPods: readonly (readonly [string, string])[] = [
  ['prometheus.io/scrape', 'whether Prometheus scrapes the pods'],
  ['prometheus.io/port', 'the port that Prometheus scrapes'],
  ['prometheus.io/path', 'the path that Prometheus scrapes'],
  ['kubectl.kubernetes.io/default-container', 'the container of kubectl logs and exec'],
  ['cluster-autoscaler.kubernetes.io/enable-ds-eviction', 'whether the autoscaler evicts the pods of a node it removes'],
  ['sidecar.istio.io/inject', 'whether Istio adds its proxy'],
  ['linkerd.io/inject', 'whether Linkerd adds its proxy'],
];
const ofDaemonSets: readonly (readonly [string, string])[] = [
  ['kubernetes.io/change-cause', 'shown by kubectl rollout history'],
  ['kubernetes.io/description', 'what this is for'],
];

const values: { readonly [key: string]: readonly string[] } = {
  'prometheus.io/scrape': ['true'],
  'prometheus.io/port': ['9100', '8080'],
  'prometheus.io/path': ['/metrics'],
  'cluster-autoscaler.kubernetes.io/enable-ds-eviction': ['true', 'false'],
  'sidecar.istio.io/inject': ['false', 'true'],
  'linkerd.io/inject': ['disabled', 'enabled'],
};

/** Annotations that tools read. */
export const annotationKeys: ValueSource = ({ type, field, path }) => {
  if (type !== 'ObjectMeta' || field !== 'annotations') return [];
  return (path[0] === 'spec' ? ofPods : ofDaemonSets).map(([value, detail]) => ({ value, detail }));
};

/** Their usual values. An annotation is a text: what reads as a number or a word of YAML is quoted. */
export const annotationValues: ValueSource = ({ type, field, path }) => {
  const key = String(path.at(-1));
  if (type !== 'ObjectMeta' || field !== 'annotations' || !Object.hasOwn(values, key)) return [];
  return (values[key] ?? []).map(value => ({ value }));
};
