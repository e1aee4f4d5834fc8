import { createRecorder } from '../controller/eventRecorder.ts';
import type { Instant } from '../kubernetes/objects/meta.ts';
import { type Observer, silent } from '../simulation/observer.ts';
import type { ScenarioProblem } from '../simulation/problem.ts';
import { advance, nextInstant, start } from '../simulation/run.ts';
import type { Scenario } from '../simulation/scenario.ts';
import type { DescribeField } from './discovery/openApiSchemas.ts';
import { addFirstObjects } from './firstObjects.ts';
import { mirrorChange, mirrorEvent, mirrorStart, rememberGiven } from './mirror.ts';
import type { ApiServer } from './state.ts';
import { finishNamespaces } from './writing/delete.ts';

export type ServerStart =
  | { readonly ok: true; readonly server: ApiServer }
  | { readonly ok: false; readonly problems: readonly ScenarioProblem[] };

/** Starts a server on a scenario. `describe`: the texts of `kubectl explain`. `follower`: someone else who observes the run, such as a recorder. */
export function createApiServer(scenario: Scenario, describe: DescribeField = () => '', follower: Observer = silent): ServerStart {
  const box: { server: ApiServer | null } = { server: null };
  const started = start(scenario, observerOf(box, follower));
  if (!started.ok) return started;
  const server: ApiServer = {
    run: started.run,
    ...{
      objects: new Map(),
      log: [],
      logStart: 0,
      resourceVersion: 1000,
      given: new Map(),
      specs: new Map(),
      owners: new Map(),
      statusOwners: new Map(),
    },
    ...{ recorder: createRecorder(), eventNames: new Map(), terminating: new Set(), describe, refusal: null, counter: 0 },
  };
  mirrorStart(server);
  addFirstObjects(server);
  box.server = server;
  return { ok: true, server };
}

function observerOf(box: { readonly server: ApiServer | null }, follower: Observer): Observer {
  return {
    wantsEvents: true,
    changed(at, change) {
      if (box.server !== null) mirrorChange(box.server, change);
      follower.changed(at, change);
    },
    emitted(event) {
      if (box.server !== null) mirrorEvent(box.server, event);
      if (follower.wantsEvents) follower.emitted(event);
    },
    marked(at, mark, refused) {
      if (box.server !== null) {
        box.server.refusal = refused;
        rememberGiven(box.server, mark);
      }
      follower.marked(at, mark, refused);
    },
    synced: (at, report) => follower.synced(at, report),
    paused: (outcome, waiting) => follower.paused(outcome, waiting),
  };
}

/** Lets the world go on up to an instant. The host calls it before each request and whenever something is due. */
export function advanceTo(server: ApiServer, now: Instant): void {
  advance(server.run, { until: now, maxEvents: Number.MAX_SAFE_INTEGER });
  if (server.terminating.size > 0) finishNamespaces(server);
}

/** When the world next does something by itself; null: never, until someone asks for something. */
export function nextDue(server: ApiServer): Instant | null {
  return nextInstant(server.run);
}
