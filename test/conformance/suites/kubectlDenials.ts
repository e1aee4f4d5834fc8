import { askOf, newServer } from '../../kit/apiServer.ts';
import { guarded, type Suite } from '../suite.ts';

interface Verb {
  readonly command: string;
  readonly cold: readonly Asked[];
  readonly differs: Readonly<Record<string, { readonly requests?: readonly string[] }>>;
}

interface Asked {
  readonly request: string;
  readonly accept?: string;
}

/**
 * What 43 commands ask of a server, and what more when something is refused to them: whatever kubectl falls back to, ours answers as the real one does.
 * What kubectl says when something is missing is kubectl's own; ours is missing nothing of it.
 */
export const kubectlDenials: Suite = {
  name: 'kubectl/denials',
  replay(recordings, check) {
    const file = 'kubectl/http/denial-matrix.json';
    if (!recordings.has(file)) return;
    const { verbs }: { readonly verbs: Readonly<Record<string, Verb>> } = JSON.parse(recordings.text(file));
    const ask = askOf(newServer());
    const template = { metadata: { labels: { app: 'agent' } }, spec: { containers: [{ name: 'agent', image: 'x:1' }] } };
    const spec = { selector: { matchLabels: { app: 'agent' } }, template };
    ask('POST', '/api/v1/namespaces', { body: { metadata: { name: 'NS' } } });
    ask('POST', '/api/v1/namespaces', { body: { metadata: { name: 'ns' } } });
    ask('POST', '/apis/apps/v1/namespaces/ns/daemonsets', { body: { metadata: { name: 'agent' }, spec } });
    const seen = new Set<string>();
    for (const [name, verb] of Object.entries(verbs)) {
      const fallbacks = Object.entries(verb.differs).filter(([mode]) => answersAll.includes(mode));
      const more = fallbacks.flatMap(([, { requests = [] }]) => requests.map((request): Asked => ({ request })));
      for (const { request, accept = 'application/json' } of [...verb.cold, ...more]) {
        const found = /^GET (\S+) .*-> (\d+)$/.exec(request);
        if (found === null || seen.has(request + accept) || name === 'delete' || isElsewhere(found[1]!)) continue;
        seen.add(request + accept);
        const wanted = found[2] === '304' ? 200 : Number(found[2]);
        const path = found[1]!
          .replace('/NS', '/ns')
          .replace(/fieldSelector=<[^>]*>?[^&]*/, '')
          .replace(/hash=\w*/, '');
        const ours = (): string | null => {
          const { status } = ask('GET', path, { accept });
          return status === wanted ? null : `recorded ${wanted}, ours ${status}`;
        };
        check(file, `${name}: ${request}`, guarded(ours));
      }
    }
  },
};

/** Modes in which the server refuses nothing, but answers in another form: what is asked then must be there. */
const answersAll: readonly string[] = ['no-aggregated-discovery', 'no-table', 'no-protobuf'];

/** Watches, pods and revisions by name, and what an earlier step of that command made or took away. */
function isElsewhere(path: string): boolean {
  return /watch=|<|POD|HASH|\/pods\/|controllerrevisions\/|worker|master|fresh|new|\/n2$/.test(path);
}
