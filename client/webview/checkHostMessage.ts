import { isJsonObject, type JsonValue } from '../../core/base/json.ts';
import { isKubernetesVersion } from '../../core/kubernetes/versions.ts';
import type { LiveUpdate } from '../../core/protocol/live.ts';
import { exportFormats, type HostToPanel, type Subject, type SubjectProblem } from '../../core/protocol/panel.ts';
import type { ScenarioSource } from '../../core/protocol/scenarioSource.ts';
import { isSpeed } from '../../core/protocol/serve.ts';

/**
 * A message of the host, checked: anything can be posted to a page. null: no message that this version knows.
 * What lies inside manifests and cluster objects is checked where the simulation reads them.
 * `complete` puts the cluster back into a subject whose cluster is the one before.
 */
export function checkHostMessage(message: unknown, complete: (subject: unknown) => unknown = subject => subject): HostToPanel | null {
  if (!isRecord(message)) return null;
  switch (message.type) {
    case 'subject': {
      const subject = complete(message.subject);
      return isSubject(subject) ? { type: 'subject', subject } : null;
    }
    case 'problem':
      return isProblem(message.problem) ? { type: 'problem', problem: message.problem } : null;
    case 'fault':
      return message.action === 'undo' ? { type: 'fault', action: 'undo' } : null;
    case 'scenario':
      return isSource(message.source) ? { type: 'scenario', source: message.source } : null;
    case 'live':
      return isLive(message.live) ? { type: 'live', live: message.live } : null;
    case 'baseline':
      return message.earlier === null || typeof message.earlier === 'number' ? { type: 'baseline', earlier: message.earlier } : null;
    case 'export': {
      const as = exportFormats.find(format => format === message.as);
      return as === undefined ? null : { type: 'export', as };
    }
    default:
      return null;
  }
}

function isSubject(value: unknown): value is Subject {
  if (!isRecord(value)) return false;
  const { name, namespace, uri, index, version, manifest, places, baseline, cluster, kubernetesVersion, assumptions, seed } = value;
  return (
    [name, namespace, uri, kubernetesVersion].every(isText) &&
    [index, version, seed].every(Number.isInteger) &&
    isText(kubernetesVersion) &&
    isKubernetesVersion(kubernetesVersion) &&
    [manifest, places, assumptions].every(isRecord) &&
    isBaseline(baseline) &&
    isCluster(cluster)
  );
}

/** What the files say is checked where the scenario is read. */
function isSource(value: unknown): value is ScenarioSource {
  if (!isRecord(value)) return false;
  const { uri, label, version, json, lines, files } = value;
  return (
    isText(uri) &&
    isText(label) &&
    Number.isInteger(version) &&
    isRecord(json) &&
    isRecord(lines) &&
    isRecord(files) &&
    Object.values(files).every(isLoaded)
  );
}

/** What lies inside scenario and events was checked by the process that runs that world. */
function isLive(value: unknown): value is LiveUpdate {
  if (!isRecord(value)) return false;
  const { world, start, first, events, time, ended, daemonSet } = value;
  return (
    [world, first].every(Number.isInteger) &&
    (start === null || (isRecord(start) && isCluster(start.cluster) && Array.isArray(start.events))) &&
    Array.isArray(events) &&
    events.every(isLogged) &&
    isRecord(time) &&
    Number.isFinite(time.now) &&
    isSpeed(time.speed) &&
    [null, 'gone', 'tooLong'].some(one => one === ended) &&
    (daemonSet === null || (isRecord(daemonSet) && isText(daemonSet.namespace) && isText(daemonSet.name)))
  );
}

function isLogged(value: unknown): boolean {
  return isRecord(value) && isRecord(value.event) && Number.isInteger(value.event.at) && isText(value.event.do) && isRecord(value.by);
}

function isLoaded(value: unknown): boolean {
  return isRecord(value) && (value.ok === true ? Array.isArray(value.objects) : value.ok === false && isText(value.message));
}

function isBaseline(value: unknown): boolean {
  return isRecord(value) && isText(value.label) && isText(value.note) && (value.manifest === null || isRecord(value.manifest));
}

function isCluster(value: unknown): boolean {
  return isRecord(value) && isText(value.name) && [value.nodes, value.daemonSets, value.pods].every(isListOfObjects);
}

function isListOfObjects(value: unknown): value is readonly JsonValue[] {
  return Array.isArray(value) && value.every(isJsonObject);
}

const kinds: readonly SubjectProblem['kind'][] = ['invalid', 'gone', 'cluster'];

function isProblem(value: unknown): value is SubjectProblem {
  return (
    isRecord(value) &&
    isRecord(value.of) &&
    isText(value.of.uri) &&
    Number.isInteger(value.of.index) &&
    isText(value.of.label) &&
    kinds.some(kind => kind === value.kind) &&
    isText(value.message) &&
    (value.line === null || Number.isInteger(value.line))
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
