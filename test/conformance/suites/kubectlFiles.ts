import type { Suite } from '../suite.ts';

/** Every recorded file of kubectl is replayed by one of the suites, or named here with the reason why it is not. */
export const kubectlFiles: Suite = {
  name: 'kubectl/files',
  replay(recordings, check) {
    for (const file of recordings.list('kubectl/')) {
      const known = replayed.test(file) || notReplayed.some(([pattern]) => pattern.test(file));
      check('kubectl: recorded files', file, known ? null : 'no suite replays it, and nobody says why not');
    }
  },
};

const replayed =
  /kubectl\/(?:tutorial|commands|watch)\.jsonl$|http\/(?:statuses|client-node|denial-matrix|root|healthz|not-found-path|partial-object-metadata-list|table-.*|get-.*-table(?:-inc)?|apis?(?:-\w+)*-(?:legacy|aggregated))\.json$/;

const notReplayed: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/README\.md$/, 'words'],
  [/kubectl-1\.35-differences\.json$/, 'what the two versions say otherwise: test/kubectl/kit/replay.ts'],
  [/http\/get-api-v1-nodes-obj\.json$/, 'the nodes of the world in which statuses are replayed'],
  [
    /http\/get-api-v1-namespaces-ns-pods-obj\.json$/,
    'pods with what KWOK, as a kubelet, wrote into them: core/apiserver/owning/owners.test.ts has the rest',
  ],
  [/http\/get-apis-disc\.json$/, 'the same as apis-aggregated.json'],
  [/http\/version\.json$/, 'numbers of a build'],
  [/http\/openapi-v3-index\.json$/, 'hashes of documents that are not ours'],
  [/http\/openapi-v3-apps-v1-skeleton\.json$/, 'names of schemas, of which ours has those that a DaemonSet reaches'],
  [/http\/(?:discovery|openapi-v3)-minimal\.json$/, 'made by hand, to see what kubectl cannot do without'],
];
