import type { ApiRequest } from '../../core/apiserver/request.ts';
import { at, isJsonObject, type JsonValue, member } from '../../core/base/json.ts';
import type { ScenarioAction, ScenarioEvent } from '../../core/simulation/scenario.ts';
import { eventOfJson } from '../../core/simulation/scenarioFile.ts';
import type { LiveServer } from './liveServer.ts';

/**
 * Lets things happen that a person did in a panel, one after the other. Edits of DaemonSets are requests as any client sends them, so that the API server
 * judges them; what is to happen later is only noted. Returns why some were not done.
 */
export function actFromPanel(live: LiveServer, actions: readonly JsonValue[]): readonly string[] {
  return actions.flatMap(action => {
    const read = eventOfJson(action);
    if (!read.ok) return [read.problems.map(({ path, message }) => [...path, message].join(' ')).join('; ')];
    const refused = act(live, read.event);
    return refused === null ? [] : [refused];
  });
}

/** `at`: so much later, in virtual ms. */
function act(live: LiveServer, event: ScenarioEvent): string | null {
  const { at: later, ...action } = event;
  if (later > 0) {
    // nobody could judge it before it happens
    if (action.do === 'apply' || action.do === 'patch') return 'an edit cannot be put off';
    live.schedule(event, { kind: 'panel' });
    return null;
  }
  if (action.do === 'apply') return send(live, applyRequest(live, action.manifest));
  if (action.do === 'patch') return send(live, patchRequest(action));
  return live.perform(action, { kind: 'panel' });
}

function send(live: LiveServer, request: ApiRequest): string | null {
  const handled = live.answer(request, { kind: 'panel' });
  if (handled.kind === 'watch' || handled.response.status < 400) return null;
  const said: unknown = JSON.parse(handled.response.body);
  return typeof said === 'object' && said !== null && 'message' in said ? String(said.message) : handled.response.body;
}

function applyRequest({ server }: LiveServer, manifest: JsonValue): ApiRequest {
  const namespace = textAt(manifest, 'namespace') || 'default';
  const name = textAt(manifest, 'name');
  const exists = server.run.world.daemonSets.has(`${namespace}/${name}`);
  const collection = `/apis/apps/v1/namespaces/${encodeURIComponent(namespace)}/daemonsets`;
  const path = exists ? `${collection}/${encodeURIComponent(name)}` : collection;
  return request(exists ? 'PUT' : 'POST', path, 'application/json', withoutStatus(manifest));
}

function patchRequest({ namespace, daemonSet, patch }: Extract<ScenarioAction, { do: 'patch' }>): ApiRequest {
  const path = `/apis/apps/v1/namespaces/${encodeURIComponent(namespace)}/daemonsets/${encodeURIComponent(daemonSet)}`;
  return request('PATCH', path, 'application/merge-patch+json', patch);
}

/** An object that was printed by kubectl carries the version that it had then: the manifest is meant, not that version. */
function withoutStatus(manifest: JsonValue): JsonValue {
  const metadata = member(manifest, 'metadata');
  if (!isJsonObject(manifest) || !isJsonObject(metadata)) return manifest;
  const { resourceVersion: _version, uid: _uid, ...rest } = metadata;
  return { ...manifest, metadata: rest };
}

function request(method: string, path: string, contentType: string, body: JsonValue): ApiRequest {
  const query = new Map([['fieldManager', 'daemonscope-panel']]);
  return {
    ...{ method, path, query, accept: 'application/json', contentType, body: JSON.stringify(body) },
    ...{ userAgent: 'daemonscope-panel', impersonates: '' },
  };
}

function textAt(manifest: JsonValue, key: string): string {
  const value = at(manifest, 'metadata', key);
  return typeof value === 'string' ? value : '';
}
