import { type Handled, handle } from '../../../core/apiserver/handle.ts';
import type { ApiRequest } from '../../../core/apiserver/request.ts';
import { advanceTo, createApiServer } from '../../../core/apiserver/server.ts';
import type { ApiServer } from '../../../core/apiserver/state.ts';
import { manifestKubelet } from '../../../core/simulation/kubeletModel.ts';
import { type Cluster, endlessLimits } from '../../../core/simulation/scenario.ts';
import { momentsOf } from '../../kubectl/kit/moments.ts';
import { inOurNames, type Names, namesIn, withOurNames } from '../../kubectl/kit/names.ts';
import { asRecorded, walks } from '../../kubectl/kit/recordedClusters.ts';
import { type CommandRecord, parsed, type RecordedRequest, recordsIn, textsOf } from '../../kubectl/kit/records.ts';
import { guarded, type Suite } from '../suite.ts';

/** Every request that kubectl made for the recorded commands, in order: the same status, the same kind of answer, the same words of refusal. */
export const kubectlReplay: Suite = {
  name: 'kubectl/replay',
  replay(recordings, check) {
    if (!recordings.has('kubectl/commands.jsonl')) return;
    const all = recordsIn(recordings);
    for (const { name, begin, pick } of walks(recordings)) {
      const records = all.filter(record => pick(record.id));
      const server = recordedServer(begin);
      const moments = momentsOf(records, textsOf(recordings));
      const names = namesIn(records);
      for (const record of records) {
        advanceTo(server, Math.max(server.run.world.now + 100, moments.get(record.id)!.at));
        record.requests.forEach((request, i) => {
          if (notOurs(record, request) === null)
            check(
              `kubectl: requests of ${name}`,
              `${record.id} ${i + 1} ${request.method} ${request.path}`,
              guarded(() => differenceOf(server, request, names) && laterDifference(server, request, names)),
            );
        });
      }
    }
  },
};

/** Why a request is not replayed; null: it is. */
function notOurs(record: CommandRecord, { path, status }: RecordedRequest): string | null {
  if (/\/(?:log|exec|attach|portforward|ephemeralcontainers)\b/.test(path)) return 'simulated pods have no containers';
  if (record.command.includes('--as=')) return 'whom a request speaks for was not recorded';
  if (status === 101) return 'leaves HTTP';
  return record.interrupted === true && path.includes('watch=') ? 'ended by hand' : null;
}

/** A server at the pace of the recorded one. */
export function recordedServer(cluster: Cluster): ApiServer {
  const started = createApiServer({
    ...{ kubernetesVersion: '1.36', seed: 1, cluster, baseline: null, events: [], assumptions: asRecorded, kubelet: manifestKubelet },
    limits: endlessLimits,
  });
  if (!started.ok) throw new Error(JSON.stringify(started.problems));
  return started.server;
}

/** kubectl drain looks again and again until a pod is gone. */
function laterDifference(server: ApiServer, recorded: RecordedRequest, names: Names): string | null {
  if (recorded.method === 'GET') advanceTo(server, server.run.world.now + 1300);
  return differenceOf(server, recorded, names);
}

function differenceOf(server: ApiServer, recorded: RecordedRequest, names: Names): string | null {
  const handled = sendRecorded(server, recorded, names);
  if (handled.kind === 'watch') return recorded.status === 200 ? null : `recorded ${recorded.status}, ours a watch`;
  const { status, body } = handled.response;
  // kubectl had it already
  const wanted = recorded.status === 304 ? 200 : recorded.status;
  const known = typeof recorded.response === 'object' && recorded.response !== null;
  const [theirs, ours] = known ? [described(wanted, recorded.response), described(status, parsed(body))] : [String(wanted), String(status)];
  const [a, b] = [masked(inOurNames(theirs, names)), masked(ours)];
  return a === b ? null : `recorded ${a}\nours     ${b}`;
}

/** Sends a recorded request now. */
export function sendRecorded(server: ApiServer, recorded: RecordedRequest, names: Names): Handled {
  return handle(server, requestOf(server, recorded, names), { now: server.run.world.now, wall: 1_800_000_000_000 });
}

/** A recorded request with our names and versions. */
export function requestOf(server: ApiServer, { method, path, headers, body, status }: RecordedRequest, names: Names): ApiRequest {
  const [plain = '', query = ''] = withOurNames(path, server, names).split('?');
  const parameters = new Map(new URLSearchParams(query));
  // their versions are not ours
  if (parameters.has('resourceVersion') && parameters.get('resourceVersion') !== '0')
    parameters.set('resourceVersion', String(server.resourceVersion));
  parameters.delete('continue');
  return {
    ...{ method, path: plain, query: parameters, accept: headers?.accept ?? '', contentType: headers?.['content-type'] ?? '' },
    ...{ userAgent: 'kubectl', impersonates: headers?.['impersonate-user'] ?? '' },
    body: withoutVersions(withOurNames(typeof body === 'string' ? body : '', server, names), status === 409),
  };
}

/** A body that names a version or a uid of theirs would be refused for that alone. */
function withoutVersions(body: string, refused: boolean): string {
  const value = parsed(body);
  if (refused || typeof value !== 'object' || value === null) return body;
  if (Array.isArray(value)) return JSON.stringify(value.filter(one => one.path !== '/metadata/resourceVersion'));
  const { metadata, preconditions: _preconditions, ...rest } = value as { metadata?: Record<string, unknown>; preconditions?: unknown };
  if (metadata === undefined) return JSON.stringify(rest);
  const { resourceVersion: _version, uid: _uid, ...meta } = metadata;
  return JSON.stringify({ ...rest, metadata: meta });
}

/** The status, what kind of thing the answer is, and of a refusal its words. */
function described(status: number, response: unknown): string {
  const { kind, message, reason } = (response ?? {}) as { kind?: string; message?: string; reason?: string };
  return [status, kind ?? '', status >= 400 ? `${reason ?? ''}: ${message ?? ''}` : ''].join(' ').trim();
}

function masked(text: string): string {
  return text.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22,}/g, '<uid>').replace(/\b\d{4,}\b/g, '<n>');
}
