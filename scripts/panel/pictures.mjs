// The states of the panel that pictures are taken of and tests are made on: what the extension would send, and what was done before.
import fs from 'node:fs';
import path from 'node:path';
import esbuild from 'esbuild';
import { parse } from 'yaml';
import { root } from '../vscode-host/paths.mjs';

const sources = `
  export { defaultAssumptions } from './core/simulation/assumptions.ts';
  export { builtInClusters } from './core/simulation/clusters/clusters.ts';
  export { plainCluster } from './core/simulation/clusters/generate.ts';
`;

/** The project's own code, for this process. */
async function loadCore() {
  const built = await esbuild.build({
    stdin: { contents: sources, resolveDir: root, loader: 'ts' },
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
  });
  return import(`data:text/javascript;base64,${Buffer.from(built.outputFiles[0]?.contents ?? []).toString('base64')}`);
}

const example = path.join(root, 'examples', 'tutorial', 'fluentd-elasticsearch.yaml');

/** @param {readonly [string | RegExp, string][]} edits */
const manifest = (...edits) => parse(edits.reduce((text, [from, to]) => text.replace(from, to), fs.readFileSync(example, 'utf8')));

/** A rollout over so many nodes, a tenth at a time; `image`: what it rolls to, else nothing is edited yet. @param {number} nodes @param {string} [image] */
export async function benchSubject(nodes, image) {
  const { builtInClusters, defaultAssumptions, plainCluster } = await loadCore();
  const baseline = manifest(['maxUnavailable: 1', 'maxUnavailable: 10%']);
  const cluster = nodes === 5 ? builtInClusters[0].make() : plainCluster(nodes);
  const edited = image === undefined ? baseline : manifest(['maxUnavailable: 1', 'maxUnavailable: 10%'], ['fluentd:v2.5.2', image]);
  return subjectOf(edited, baseline, cluster, defaultAssumptions);
}

/** `compared`: which row of the what-if table is compared. @typedef {{ subject: object, problem?: object, kept?: object, compared?: number }} PanelPicture */

/** @returns {Promise<Record<string, PanelPicture>>} */
export async function pictures() {
  const { builtInClusters, defaultAssumptions, plainCluster } = await loadCore();
  const tutorial = builtInClusters[0].make();
  /** @param {object} edited @param {object | null} baseline @param {object} cluster @param {object} [assumptions] */
  const subject = (edited, baseline, cluster, assumptions = {}) =>
    subjectOf(edited, baseline, cluster, { ...defaultAssumptions, ...assumptions });
  const env = manifest(['value: value', 'value: value01']);
  const onDelete = manifest(
    ['value: value', 'value: value01'],
    ['type: RollingUpdate', 'type: OnDelete'],
    [/ {4}rollingUpdate:\n.*\n/, ''],
  );
  const image = manifest(['fluentd:v2.5.2', 'fluentd:v2.6.0']);
  const tenth = manifest(['fluentd:v2.5.2', 'fluentd:v2.6.0'], ['maxUnavailable: 1', 'maxUnavailable: 10%']);
  const nowhere = manifest(['      containers:', '      nodeSelector:\n        disk: none-such\n      containers:']);
  const slow = { imagePull: 9_000, applicationReady: 6_000 };
  const down = { at: 190_000, do: 'nodeDown', node: plainCluster(37).nodes[4].metadata.name };
  return {
    tutorial: { subject: subject(env, manifest(), tutorial), kept: { uri, index: 0, wanted: 5_000 } },
    firstApply: { subject: subject(manifest(), null, tutorial), kept: { uri, index: 0, wanted: 3_000 } },
    onDelete: { subject: subject(onDelete, manifest(), tutorial) },
    stall: { subject: subject(image, manifest(), plainCluster(37), slow), kept: { uri, index: 0, faults: [down], wanted: 300_000 } },
    compare: {
      subject: subject(image, manifest(), plainCluster(37), slow),
      kept: { uri, index: 0, wanted: 60_000, colouring: 'revision' },
      compared: 1,
    },
    invalid: {
      subject: subject(env, manifest(), tutorial),
      problem: {
        of: { uri, index: 0, label: 'fluentd-elasticsearch' },
        kind: 'invalid',
        message: 'found a tab where spaces are needed',
        line: 11,
      },
      kept: { uri, index: 0, wanted: 5_000 },
    },
    other: {
      subject: subject(env, manifest(), tutorial),
      problem: {
        of: { uri: 'file:///node-exporter.yaml', index: 0, label: 'node-exporter' },
        kind: 'invalid',
        message: 'spec.selector: Required value',
        line: 5,
      },
      kept: { uri, index: 0, wanted: 5_000 },
    },
    noNodes: { subject: subject(env, manifest(), { name: 'nothing', nodes: [], daemonSets: [], pods: [] }) },
    nowhere: { subject: subject(nowhere, null, tutorial) },
    large: { subject: subject(tenth, manifest(), plainCluster(5000), slow), kept: { uri, index: 0, wanted: 120_000 } },
  };
}

export const uri = 'file:///fluentd-elasticsearch.yaml';

/** What the extension sends. @param {object} edited @param {object | null} baseline @param {object} cluster @param {object} assumptions */
function subjectOf(edited, baseline, cluster, assumptions) {
  return {
    name: 'fluentd-elasticsearch',
    namespace: 'kube-system',
    uri,
    index: 0,
    version: 1,
    manifest: edited,
    places: { 'spec.updateStrategy.rollingUpdate.maxUnavailable': range(15), 'spec.updateStrategy.type': range(13) },
    baseline: {
      kind: baseline === null ? 'none' : 'git',
      label: baseline === null ? 'nothing yet' : 'Git HEAD',
      note: '',
      manifest: baseline,
    },
    cluster,
    kubernetesVersion: '1.36',
    assumptions,
    seed: 1,
  };
}

/** @param {number} line */
const range = line => ({ start: { line, character: 6 }, end: { line, character: 20 } });
