import { at, isJsonObject, type JsonObject, member } from '../../base/json.ts';
import type { Labels } from '../../kubernetes/objects/meta.ts';
import type { Node, Taint } from '../../kubernetes/objects/node.ts';
import { readNode } from '../../kubernetes/objects/readNode.ts';
import type { ScenarioAction } from '../../simulation/scenario.ts';
import { fieldError } from '../fieldErrors.ts';
import { mirrorChange } from '../mirror.ts';
import { labelsOf } from '../objects/labelsOf.ts';
import { nodeJson } from '../objects/nodeJson.ts';
import { type Checked, fine, refuse } from '../request.ts';
import { forbidden, invalid } from '../status.ts';
import type { Stored } from '../stored.ts';
import { metaText } from './body.ts';
import { perform } from './perform.ts';
import type { Writer, Writing, Written } from './writer.ts';

/** Nodes are written as events of the scenario: a node joins, is cordoned, tainted, labelled. */
export const nodeWriter: Writer = { create, update };

function create(writing: Writing, object: JsonObject): Checked<Written> {
  const { server, resource, clock, options } = writing;
  const name = metaText(object, 'name');
  const read = readNode(object);
  if (!read.ok) return refuse(problemsOf(writing, name, read.problems));
  if (options.dryRun) return fine({ stored: asStored({ ...read.value, uid: 'dry-run', createdAt: clock.now }, object), warnings: [] });
  const { refused } = perform(server, { do: 'addNode', node: object }, clock);
  return refused === null ? present(writing, name) : refuse(forbidden(resource, name, refused));
}

function update(writing: Writing, before: Stored, object: JsonObject): Checked<Written> {
  const { server, clock, resource, options } = writing;
  const node = server.run.world.nodes.get(before.name);
  if (node === undefined) return present(writing, before.name);
  const read = readNode(object);
  if (!read.ok) return refuse(problemsOf(writing, before.name, read.problems));
  const wanted: Node = { ...node, labels: read.value.labels, taints: taintsOf(read.value), unschedulable: read.value.unschedulable };
  if (options.dryRun) return fine({ stored: asStored(wanted, object), warnings: [] });
  const actions = actionsFor(node, wanted);
  annotate(writing, before, node, labelsOf(at(object, 'metadata', 'annotations')), actions.length > 0);
  for (const action of actions) {
    const { refused } = perform(server, action, clock);
    if (refused !== null) return refuse(forbidden(resource, before.name, refused));
  }
  return present(writing, before.name);
}

/** A cordoned node has the taint that says so, and no other node has. */
function taintsOf({ taints, unschedulable }: Node): readonly Taint[] {
  return unschedulable ? taints : taints.filter(taint => taint.key !== 'node.kubernetes.io/unschedulable');
}

/** The events that make one node of the other. */
function actionsFor(node: Node, wanted: Node): readonly ScenarioAction[] {
  const { name } = node;
  const actions: ScenarioAction[] = [];
  if (node.unschedulable !== wanted.unschedulable) actions.push({ do: wanted.unschedulable ? 'cordon' : 'uncordon', node: name });
  const cordon = 'node.kubernetes.io/unschedulable';
  const has = (list: readonly Taint[], one: Taint): boolean =>
    list.some(other => other.key === one.key && other.effect === one.effect && other.value === one.value);
  for (const old of node.taints)
    if (old.key !== cordon && !wanted.taints.some(one => one.key === old.key && one.effect === old.effect))
      actions.push({ do: 'untaint', node: name, key: old.key, effect: old.effect });
  for (const taint of wanted.taints) if (taint.key !== cordon && !has(node.taints, taint)) actions.push({ do: 'taint', node: name, taint });
  const labels = changedTexts(node.labels, wanted.labels);
  if (Object.keys(labels).length > 0) actions.push({ do: 'label', node: name, labels });
  return actions;
}

/** What to set, and what to take away (null). */
export function changedTexts(before: Labels, after: Labels): Record<string, string | null> {
  const set = Object.entries(after).filter(([key, value]) => !Object.hasOwn(before, key) || before[key] !== value);
  const gone = Object.keys(before).filter(key => !Object.hasOwn(after, key));
  return Object.fromEntries([...set, ...gone.map((key): [string, null] => [key, null])]);
}

/**
 * Annotations of a node decide nothing in the simulation: they are kept beside it, and are no event of the scenario. A change of something else, if there
 * is one, shows them; else the node is shown anew.
 */
function annotate({ server, clock }: Writing, before: Stored, node: Node, annotations: Labels, silent: boolean): void {
  const old = labelsOf(at(before.json(clock), 'metadata', 'annotations'));
  if (Object.keys(changedTexts(old, annotations)).length === 0) return;
  const given = server.given.get(node.name) ?? {};
  const metadata = member(given, 'metadata');
  server.given.set(node.name, { ...given, metadata: { ...(isJsonObject(metadata) ? metadata : {}), annotations } });
  if (!silent) mirrorChange(server, { kind: 'Node', before: node, after: node });
}

function present({ server, resource }: Writing, name: string): Checked<Written> {
  const stored = server.objects.get(resource.store)?.get(name);
  return stored === undefined ? refuse(forbidden(resource, name, 'it is gone')) : fine({ stored, warnings: [] });
}

function asStored(node: Node, object: JsonObject): Stored {
  return {
    ...{ namespace: '', name: node.name, uid: node.uid, labels: node.labels, resourceVersion: 0 },
    json: at => nodeJson(node, object, 0, at),
    row: () => [],
  };
}

function problemsOf(
  { resource }: Writing,
  name: string,
  problems: readonly { readonly path: readonly (string | number)[]; readonly message: string }[],
): ReturnType<typeof invalid> {
  return invalid(
    resource,
    name,
    problems.map(problem => fieldError(problem.path.join('.'), 'FieldValueInvalid', problem.message)),
  );
}
