import { handle } from '../../../core/apiserver/handle.ts';
import { watchLines } from '../../../core/apiserver/reading/watch.ts';
import type { ApiRequest } from '../../../core/apiserver/request.ts';
import type { ApiServer } from '../../../core/apiserver/state.ts';
import { canonicalJson, type JsonObject, type JsonValue } from '../../../core/base/json.ts';
import { newServer } from '../../kit/apiServer.ts';
import { parsed } from '../../kubectl/kit/records.ts';
import type { Recordings } from '../recordings.ts';
import { guarded, type Suite } from '../suite.ts';

/** Requests made by hand against a real API server, and its Status: replayed without kubectl. */
export const kubectlRequests: Suite = {
  name: 'kubectl/statuses',
  replay(recordings, check) {
    const file = 'kubectl/http/statuses.json';
    if (!recordings.has(file)) return;
    const server = serverOf(recordings);
    const records: readonly StatusRecord[] = JSON.parse(recordings.text(file));
    for (const record of records.filter(({ name }) => notOurs[name] === undefined))
      check(
        file,
        record.name,
        guarded(() => differenceOf(server, record)),
      );
  },
};

/** What @kubernetes/client-node asks: the same status and the same kind of answer. */
export const clientRequests: Suite = {
  name: 'kubectl/client-node',
  replay(recordings, check) {
    const file = 'kubectl/http/client-node.json';
    if (!recordings.has(file)) return;
    const server = serverOf(recordings);
    const { requests }: { readonly requests: readonly ClientRecord[] } = JSON.parse(recordings.text(file));
    requests.forEach((record, index) => {
      const ours = (): string | null => {
        const { status } = answer(server, {
          ...record,
          path: record.path.replace(/resourceVersion=\d+/, `resourceVersion=${server.resourceVersion}`),
        });
        return status === record.status ? null : `recorded ${record.status}, ours ${status}`;
      };
      check(file, `${index + 1} ${record.method} ${record.path}`, guarded(ours));
    });
  },
};

type ClientRecord = StatusRecord['request'] & { readonly status: number };

/** Each resource is told to clients as the real server tells it. */
export const discoveryDocuments: Suite = {
  name: 'kubectl/discovery',
  replay(recordings, check) {
    for (const [file, url] of [
      ['kubectl/http/api-aggregated.json', '/api'],
      ['kubectl/http/apis-aggregated.json', '/apis'],
    ] as const) {
      if (!recordings.has(file)) continue;
      const theirs = resourcesIn(JSON.parse(recordings.text(file)).response);
      const accept = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';
      const ours = resourcesIn(JSON.parse(answer(serverOf(recordings), { method: 'GET', path: url, headers: { accept } }).body));
      for (const name of new Set([...theirs.keys(), ...ours.keys()])) {
        const [recorded, told] = [theirs.get(name), ours.get(name)];
        check(file, name, recorded === told ? null : `recorded ${recorded}\nours     ${told}`);
      }
    }
    for (const [name, url] of wholeDocuments) {
      const file = `kubectl/http/${name}.json`;
      if (!recordings.has(file)) continue;
      const [recorded, told] = [JSON.parse(recordings.text(file)).response, answer(serverOf(recordings), { method: 'GET', path: url }).body]
        .map(parsedText)
        .map(value => canonicalJson(value as JsonValue).replace(/"serverAddress":"[^"]*"/, ''));
      check(file, url, recorded === told ? null : `recorded ${recorded}\nours     ${told}`);
    }
  },
};

/** Documents that are the same to the letter. */
const wholeDocuments: readonly (readonly [string, string])[] = [
  ...([
    ['api-legacy', '/api'],
    ['api-v1-legacy', '/api/v1'],
    ['apis-legacy', '/apis'],
    ['apis-apps-legacy', '/apis/apps'],
  ] as const),
  ...([
    ['apis-apps-v1-legacy', '/apis/apps/v1'],
    ['root', '/'],
    ['healthz', '/healthz'],
    ['not-found-path', '/nope'],
  ] as const),
];

function parsedText(value: unknown): unknown {
  return typeof value === 'string' ? parsed(value) : value;
}

interface DiscoveredGroup {
  readonly metadata: { readonly name?: string };
  readonly versions: readonly { readonly version: string; readonly resources: readonly JsonObject[] }[];
}

function resourcesIn({ items }: { readonly items: readonly DiscoveredGroup[] }): ReadonlyMap<string, string> {
  const found = items.flatMap(group =>
    group.versions.flatMap(({ version, resources }) =>
      resources.map((told): [string, string] => [`${group.metadata.name ?? ''}/${version}/${String(told.resource)}`, canonicalJson(told)]),
    ),
  );
  return new Map(found);
}

/** What another part answers, with its name, or what we answer otherwise, with the reason. */
const notOurs: Readonly<Record<string, string>> = {
  'watch sendInitialEvents': 'while it was open, a status of that cluster changed: an event more',
  unauthorized: 'the host answers it (cli/serve)',
  forbidden: 'there is one token, and it may do everything',
  'gone resourceVersion watch': 'a fresh server remembers everything since its start, as that one did: its history was another one',
};

interface StatusRecord {
  readonly name: string;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly body?: unknown;
    readonly headers?: Readonly<Record<string, string>>;
  };
  readonly status: number;
  readonly response: unknown;
}

const clock = { now: 1000, wall: 1_800_000_000_000 };

/** The recorded server: namespace js with a DaemonSet agent. */
function serverOf(recordings: Recordings): ApiServer {
  const nodes = JSON.parse(recordings.text('kubectl/http/get-api-v1-nodes-obj.json')).response.items;
  const server = newServer({ name: 'recorded', nodes, daemonSets: [], pods: [] });
  answer(server, { method: 'POST', path: '/api/v1/namespaces', body: { metadata: { name: 'js' } } });
  const template = { metadata: { labels: { app: 'agent' } }, spec: { containers: [{ name: 'agent', image: 'x:1' }] } };
  const agent = { metadata: { name: 'agent', labels: { app: 'agent' } }, spec: { selector: { matchLabels: { app: 'agent' } }, template } };
  answer(server, { method: 'POST', path: '/apis/apps/v1/namespaces/js/daemonsets', body: agent });
  return server;
}

function answer(
  server: ApiServer,
  { method, path, body, headers }: StatusRecord['request'],
): { readonly status: number; readonly body: string } {
  const [plain = '', query = ''] = path.split('?');
  const request: ApiRequest = {
    ...{
      method,
      path: plain,
      query: new Map(new URLSearchParams(query)),
      accept: headers?.accept ?? '',
      userAgent: 'unknown',
      impersonates: '',
    },
    contentType: headers?.['content-type'] ?? 'application/json',
    body: body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(withOurUid(server, body)),
  };
  const handled = handle(server, request, clock);
  return handled.kind === 'response' ? handled.response : { status: 200, body: watchLines(server, handled.watch, clock) };
}

const recordedUid = '9642d71e-b6c0-4453-ab17-7c6d8fab6549';

/** The recorded uid and version of the agent stand for ours. */
function withOurUid(server: ApiServer, body: unknown): unknown {
  const agent = server.objects.get('daemonsets')?.get('js/agent');
  if (agent === undefined) return body;
  return JSON.parse(
    JSON.stringify(body)
      .replaceAll(recordedUid, agent.uid)
      .replaceAll('"resourceVersion":"285"', `"resourceVersion":"${agent.resourceVersion}"`),
  );
}

function differenceOf(server: ApiServer, record: StatusRecord): string | null {
  const ours = answer(server, record.request);
  const theirs = shape(record.response);
  const [a, b] = [`${record.status} ${theirs}`, `${ours.status} ${shape(parsed(ours.body))}`].map(text => masked(text, server));
  return a === b ? null : `recorded ${a}\nours     ${b}`;
}

/** A Status whole; of an object or of a list of events only what kind of thing it is. */
function shape(response: unknown): string {
  if (typeof response === 'string') {
    const lines = response.trim().split('\n');
    return lines.every(line => line.startsWith('{')) ? lines.map(line => JSON.parse(line).type).join(' ') : response;
  }
  if (typeof response !== 'object' || response === null) return String(response);
  if ('kind' in response && response.kind === 'Status') return canonicalJson(response as JsonValue);
  if ('type' in response) return String(response.type);
  return 'kind' in response ? String(response.kind) : 'something';
}

/** Uids and the current version differ from server to server. */
function masked(text: string, server: ApiServer): string {
  return text
    .replaceAll(/(UID in (?:record|object meta): ?\(?)[0-9a-f-]{36}|(in record \()[0-9a-f-]{36}/g, '$1$2<uid>')
    .replaceAll(recordedUid, '<uid>')
    .replaceAll(server.objects.get('daemonsets')?.get('js/agent')?.uid ?? 'none', '<uid>')
    .replaceAll(/current: \d+/g, 'current: <rv>');
}
