import { compareOrdinal } from '../../base/compare.ts';

/** What starts together with an API server, in the order in which a 1.36 checks it: nothing of it can fail here. */
const startHooks: readonly string[] = [
  ...['start-apiserver-admission-initializer', 'generic-apiserver-start-informers', 'priority-and-fairness-config-consumer'],
  ...['priority-and-fairness-filter', 'storage-object-count-tracker-hook', 'start-apiextensions-informers'],
  ...['start-apiextensions-controllers', 'crd-informer-synced', 'start-system-namespaces-controller'],
  ...['peer-endpoint-reconciler-controller', 'start-cluster-authentication-info-controller'],
  ...['start-kube-apiserver-identity-lease-controller', 'start-kube-apiserver-identity-lease-garbage-collector'],
  ...['storage-readiness', 'start-legacy-token-tracking-controller', 'start-service-ip-repair-controllers', 'rbac/bootstrap-roles'],
  ...['scheduling/bootstrap-system-priority-classes', 'priority-and-fairness-config-producer', 'bootstrap-controller'],
  ...['start-kubernetes-service-cidr-controller', 'start-kube-aggregator-informers'],
  ...['apiservice-status-local-available-controller', 'apiservice-status-remote-available-controller'],
  ...['apiservice-registration-controller', 'apiservice-discovery-controller', 'kube-apiserver-autoregistration'],
].map(name => `poststarthook/${name}`);
const rest = ['autoregister-completion', 'poststarthook/apiservice-openapi-controller', 'poststarthook/apiservice-openapiv3-controller'];

export type Probe = 'healthz' | 'livez' | 'readyz';

/** The checks of a probe, in their order. */
export function checksOf(probe: Probe): readonly string[] {
  const ready = probe === 'readyz' ? ['etcd-readiness', 'informer-sync'] : ['loopback-serving-certificate'];
  return ['ping', 'log', 'etcd', ...ready, ...startHooks, ...rest, ...(probe === 'readyz' ? ['shutdown'] : [])];
}

/** The paths under which one check can be asked. */
export function checkPaths(): readonly string[] {
  const probes: readonly Probe[] = ['healthz', 'livez', 'readyz'];
  return probes.flatMap(probe => [`/${probe}`, ...checksOf(probe).map(check => `/${probe}/${check}`)]).sort(compareOrdinal);
}

/** The answer of a probe with `?verbose`. */
export function healthReport(probe: Probe): string {
  return `${checksOf(probe)
    .map(check => `[+]${check} ok\n`)
    .join('')}${probe} check passed\n`;
}
