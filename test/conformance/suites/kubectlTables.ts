import { askOf, newServer } from '../../kit/apiServer.ts';
import { walks } from '../../kubectl/kit/recordedClusters.ts';
import type { Recordings } from '../recordings.ts';
import { guarded, type Suite } from '../suite.ts';

interface HttpRecord {
  readonly request: { readonly method: string; readonly path: string };
  readonly status: number;
  readonly response: { readonly kind?: string; readonly columnDefinitions?: readonly Column[]; readonly rows?: readonly Row[] };
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly format: string;
  readonly priority: number;
}

interface Row {
  readonly object: { readonly kind?: string } | null;
}

/** Tables: the same columns, and in each row the part of its object that was asked for. And metadata alone. */
export const kubectlTables: Suite = {
  name: 'kubectl/tables',
  replay(recordings, check) {
    for (const file of recordings.list('kubectl/http/').filter(isTable)) {
      const record: HttpRecord = JSON.parse(recordings.text(file));
      check(
        file,
        record.request.path,
        guarded(() => differenceOf(recordings, record)),
      );
    }
  },
};

function isTable(file: string): boolean {
  return /table|partial-object/.test(file);
}

const asTable = 'application/json;as=Table;v=v1;g=meta.k8s.io,application/json';
const asMetadata = 'application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io,application/json';

function differenceOf(recordings: Recordings, { request, status, response }: HttpRecord): string | null {
  const nodes = walks(recordings).find(walk => walk.begin.nodes.length > 0)?.begin.nodes ?? [];
  const ask = askOf(newServer({ name: 'recorded', nodes, daemonSets: [], pods: [] }));
  const namespace = /namespaces\/([\w-]+)/.exec(request.path)?.[1] ?? 'js';
  ask('POST', '/api/v1/namespaces', { body: { metadata: { name: namespace } } });
  const template = { metadata: { labels: { app: 'agent' } }, spec: { containers: [{ name: 'agent', image: 'x:1' }] } };
  const spec = { selector: { matchLabels: { app: 'agent' } }, template };
  ask('POST', `/apis/apps/v1/namespaces/${namespace}/daemonsets`, { body: { metadata: { name: 'agent' }, spec } });
  const answer = ask(request.method, request.path, { accept: response.kind === 'Table' ? asTable : asMetadata });
  const [theirs, ours] = [`${status} ${shape(response)}`, `${answer.status} ${shape(answer.json as HttpRecord['response'])}`];
  return theirs === ours || ((answer.json as HttpRecord['response']).rows?.length === 0 && theirs.startsWith(ours))
    ? null
    : `recorded ${theirs}\nours     ${ours}`;
}

function shape({ kind, columnDefinitions = [], rows = [] }: HttpRecord['response']): string {
  const columns = columnDefinitions.map(({ name, type, format, priority }) => [name, type, format, priority].join('/'));
  return `${kind} ${columns.join(' ')} ${[...new Set(rows.map(({ object }) => object?.kind ?? 'nothing'))].join(' ')}`.trim();
}
