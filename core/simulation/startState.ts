import { type JsonObject, member } from '../base/json.ts';
import { revisionData, revisionHash } from '../controller/revisionData.ts';
import { revisionHashLabel } from '../controller/templateGeneration.ts';
import type { DaemonSet } from '../kubernetes/objects/daemonSet.ts';
import { objectKey } from '../kubernetes/objects/meta.ts';
import type { Node } from '../kubernetes/objects/node.ts';
import type { Pod } from '../kubernetes/objects/pod.ts';
import { field, rootSpot } from '../kubernetes/objects/spot.ts';
import { instant, type TimeBase } from '../kubernetes/objects/time.ts';
import { type PreparedCluster, storedNode } from './preparedCluster.ts';
import type { ScenarioProblem } from './problem.ts';
import { addSettledPods } from './settledPods.ts';
import type { Admitted } from './world/admissions.ts';
import { admit, createDaemonSet, takeAsIs } from './world/daemonSetWrites.ts';
import { draftOf } from './world/podDraft.ts';
import { addPod, putDaemonSet, putNode, putRevision } from './world/store.ts';
import { lifeNamed, machineOf, nextResourceVersion, nextUid, type World } from './world/world.ts';

/**
 * Fills a world with what is there before instant 0: nodes, plain pods, and each DaemonSet settled: revision 1, one Ready pod on each node that should run
 * it, status filled in. Built directly; nothing is simulated for it. Returns what of the scenario cannot be read.
 */
export function fillWorld(world: World, prepared: PreparedCluster): readonly ScenarioProblem[] {
  const { cluster, baseline } = world.scenario;
  const { base } = prepared;
  const running = cluster.daemonSets.filter(json => baseline === null || nameOf(json) !== nameOf(baseline));
  return [
    ...prepared.problems,
    ...each(['cluster', 'nodes'], prepared.nodes, node => putOneNode(world, node)),
    ...each(['cluster', 'pods'], prepared.pods, pod => putOnePod(world, pod)),
    ...each(['cluster', 'daemonSets'], running, json => settle(world, json, base, admitRunning(world, json))),
    ...(baseline === null
      ? []
      : within(['baseline'], settle(world, baseline, base, admit(world.scenario, baseline, null, world.admissions)))),
  ];
}

function each<T>(path: readonly string[], items: readonly T[], put: (item: T) => readonly ScenarioProblem[]): readonly ScenarioProblem[] {
  const problems: ScenarioProblem[] = [];
  let index = 0;
  for (const item of items) {
    const found = put(item);
    if (found.length > 0) problems.push(...within([...path, index], found));
    index++;
  }
  return problems;
}

function within(path: readonly (string | number)[], problems: readonly ScenarioProblem[]): readonly ScenarioProblem[] {
  return problems.map(problem => ({ ...problem, path: [...path, ...problem.path] }));
}

function putOneNode(world: World, node: Node): readonly ScenarioProblem[] {
  if (world.nodes.has(node.name)) return [{ path: ['metadata', 'name'], message: `there is another node ${node.name}`, value: node.name }];
  const uid = nextUid(world);
  const resourceVersion = nextResourceVersion(world);
  const numbered = node.uid === uid && node.resourceVersion === resourceVersion;
  putNode(world, numbered ? node : storedNode(node, uid, resourceVersion));
  if (isSilent(node)) {
    machineOf(world, node.name).up = false;
    machineOf(world, node.name).marked = true;
  }
  return [];
}

function isSilent(node: Node): boolean {
  return node.conditions.some(condition => condition.type === 'Ready' && condition.status === 'Unknown');
}

function putOnePod(world: World, pod: Pod): readonly ScenarioProblem[] {
  if (lifeNamed(world, pod.namespace, pod.name) !== undefined)
    return [{ path: ['metadata', 'name'], message: `there is another pod ${pod.name}`, value: pod.name }];
  const stored = draftOf(pod);
  stored.uid = nextUid(world);
  stored.owner = null;
  stored.resourceVersion = nextResourceVersion(world);
  addPod(world, stored);
  return [];
}

/** `namespace/name` as a manifest tells it. */
function nameOf(manifest: JsonObject): string {
  const metadata = member(manifest, 'metadata');
  return `${String(member(metadata, 'namespace') ?? 'default')}/${String(member(metadata, 'name') ?? '')}`;
}

/** A DaemonSet of the cluster runs, so some API server took it: what we would refuse is taken as it stands. */
function admitRunning(world: World, manifest: JsonObject): Admitted {
  const admitted = admit(world.scenario, manifest, null, world.admissions);
  return admitted.ok ? admitted : takeAsIs(manifest);
}

/** A DaemonSet that has run for days. */
function settle(world: World, manifest: JsonObject, base: TimeBase, admitted: Admitted): readonly ScenarioProblem[] {
  if (!admitted.ok) return admitted.problems;
  if (world.daemonSets.has(objectKey(admitted.daemonSet))) {
    return [{ path: ['metadata', 'name'], message: `there is another DaemonSet ${admitted.daemonSet.name}`, value: undefined }];
  }
  const daemonSet = createDaemonSet(world, admitted.json, admitted.daemonSet);
  const aged = { ...daemonSet, createdAt: instant(field(field(rootSpot(manifest), 'metadata'), 'creationTimestamp'), base) };
  const hash = addRevision(world, aged);
  putDaemonSet(world, { ...aged, status: addSettledPods(world, aged, hash), resourceVersion: nextResourceVersion(world) });
  return [];
}

function addRevision(world: World, daemonSet: DaemonSet): string {
  const { template } = daemonSet.spec;
  const hash = revisionHash(template, null);
  putRevision(world, {
    namespace: daemonSet.namespace,
    name: `${daemonSet.name}-${hash}`,
    uid: nextUid(world),
    labels: { ...template.labels, [revisionHashLabel]: hash },
    annotations: daemonSet.annotations,
    createdAt: daemonSet.createdAt,
    deletedAt: null,
    owner: { kind: 'DaemonSet', name: daemonSet.name, uid: daemonSet.uid },
    resourceVersion: nextResourceVersion(world),
    revision: 1,
    data: revisionData(template),
    template,
    json: { spec: { template: { ...template.json, $patch: 'replace' } } },
  });
  return hash;
}
