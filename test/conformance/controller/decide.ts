import { createRandom, shuffle } from '../../../core/base/random.ts';
import { createController, observe, runSync } from '../../../core/controller/controller.ts';
import { expect } from '../../../core/controller/expectations.ts';
import type { ControllerProfile } from '../../../core/controller/profile.ts';
import { revisionData } from '../../../core/controller/revisionData.ts';
import type { SyncError } from '../../../core/controller/syncReport.ts';
import { revisionHashLabel } from '../../../core/controller/templateGeneration.ts';
import type { ControllerRevision } from '../../../core/kubernetes/objects/controllerRevision.ts';
import { decisionApi, type Heard } from './decisionApi.ts';
import { daemonSet, node, now, owners, pod, type Symbols, seconds, symbolsOf, templateOf } from './objects.ts';
import type { DecisionRecord, Outcome, RecordedRevision } from './record.ts';

/** Runs one sync on the state of a record, everything in an order that the seed decides. */
export function decide(record: DecisionRecord, profile: ControllerProfile, seed: number): Outcome {
  const symbols = symbolsOf(record.ds);
  const ds = daemonSet(record.ds);
  const random = createRandom(seed);
  const controller = createController(profile, random);
  const mixed = <T>(items: readonly T[] | undefined): T[] => shuffle(random, [...(items ?? [])]);
  const revisions = new Map(
    mixed(record.revisions)
      .map(recorded => revision(recorded, record, symbols))
      .map(made => [made.name, made]),
  );
  for (const recorded of mixed(record.nodes)) observe(controller, { kind: 'Node', before: null, after: node(recorded) }, now);
  for (const after of revisions.values()) observe(controller, { kind: 'ControllerRevision', before: null, after }, now);
  for (const recorded of mixed(record.pods))
    observe(controller, { kind: 'Pod', before: null, after: pod(recorded, record.ds, symbols) }, now);
  observe(controller, { kind: 'DaemonSet', before: null, after: ds }, now);
  if (record.expectations !== undefined) expect(controller.expectations, 'default/ds', ...record.expectations, now);
  for (const { node: name, failures, ago } of record.backoff ?? []) {
    const delay = Math.min(1000 * 2 ** (failures - 1), 900_000);
    controller.backoff.set(`ds-uid/${ds.status.observedGeneration}/${name}`, { delay, steppedAt: seconds(ago) });
  }
  const { api, heard } = decisionApi(record, ds, revisions, symbols);
  const report = runSync(controller, api, now);
  if (report === null) throw new Error('no sync was due');
  return outcome(heard, report.requeueAfter, report.error);
}

function revision(recorded: RecordedRevision, record: DecisionRecord, symbols: Symbols): ControllerRevision {
  const hash = symbols.hash(recorded.copy ?? recorded.nameOf ?? recorded.rev);
  const template = templateOf(record.ds, recorded.rev);
  const labels = { app: recorded.labelsMismatch === true ? 'other' : 'ds' };
  return {
    namespace: 'default',
    name: `ds-${hash}`,
    uid: recorded.copy ?? recorded.rev,
    labels: recorded.noHashLabel === true ? labels : { ...labels, [revisionHashLabel]: hash },
    annotations: {},
    createdAt: seconds(100_000),
    deletedAt: null,
    owner: owners[recorded.owner ?? 'ds'],
    resourceVersion: 1,
    revision: recorded.n,
    data: revisionData(template),
    template,
    json: {},
  };
}

function outcome(heard: Heard, requeueAfter: readonly number[], error: SyncError | null): Outcome {
  const [createRev] = heard.createHashes;
  const all = {
    creates: [...heard.creates].sort(),
    createCalls: heard.createCalls === heard.creates.length ? 0 : heard.createCalls,
    createRev: createRev === 'current' ? undefined : createRev,
    deletes: [...heard.deletes].sort(),
    adopts: [...heard.adopts].sort(),
    releases: [...heard.releases].sort(),
    relabels: heard.relabels,
    revisions: [...heard.revisions].sort(),
    events: heard.events,
    status: heard.status ?? undefined,
    statusWrites: heard.statusWrites > 1 ? heard.statusWrites : 0,
    requeueAfter: requeueAfter.map(delay => delay / 1000),
    error: error === null ? undefined : recordedError(error),
  };
  return Object.fromEntries(Object.entries(all).filter(([key, value]) => (key === 'status' ? value !== undefined : !isEmpty(value))));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === 0 || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
}

function recordedError(error: SyncError): string {
  switch (error.kind) {
    case 'adoptionRefused':
      return `adoption refused: ${error.message.split(':')[0]}`;
    case 'podCreateFailed':
      return 'pod create failed';
    case 'podDeleteFailed':
      return 'pod delete failed';
    case 'revisionNameCollision':
      return 'revision name collision';
    case 'nodeLookupFailed':
      return 'node lookup failed';
    case 'statusWriteFailed':
      return 'status write failed';
    default:
      return `${error.kind}: ${error.message}`;
  }
}
