import { isJsonArray, type JsonValue, member } from '../../base/json.ts';
import { builtInClusters } from '../clusters/clusters.ts';
import { scenarioApiVersion, scenarioKind } from './scenarioShape.ts';

/** The files that a scenario file names, each once, as written: paths from its own folder. What it says may be wrong: only texts are taken. */
export function referencedFiles(json: JsonValue): readonly string[] {
  const events = member(json, 'events');
  const daemonSets = member(json, 'daemonSets');
  const found = [
    clusterFile(member(json, 'cluster')),
    manifestFile(member(json, 'baseline')),
    manifestFile(member(json, 'edit')),
    ...(isJsonArray(daemonSets) ? daemonSets.map(manifestFile) : []),
    ...(isJsonArray(events) ? events.map(event => manifestFile(member(event, 'manifest'))) : []),
  ];
  return [...new Set(found.filter(path => path !== null))];
}

function clusterFile(value: JsonValue | undefined): string | null {
  return typeof value === 'string' && /[./\\]/.test(value) && !builtInClusters.some(({ name }) => name === value) ? value : null;
}

function manifestFile(value: JsonValue | undefined): string | null {
  const file = typeof value === 'string' ? value : member(value, 'file');
  return typeof file === 'string' && file !== '' ? file : null;
}

/** Whether an object says that it is a scenario of ours, of whatever version. */
export function isScenarioFile(json: JsonValue): boolean {
  const version = member(json, 'apiVersion');
  const [group] = scenarioApiVersion.split('/');
  return member(json, 'kind') === scenarioKind && typeof version === 'string' && version.split('/')[0] === group;
}
