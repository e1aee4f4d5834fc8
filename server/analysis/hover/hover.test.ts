import assert from 'node:assert/strict';
import { readNode } from '../../../core/kubernetes/objects/readNode.ts';
import { builtInClusters } from '../../../core/simulation/clusters/clusters.ts';
import { plainFile } from '../settings.ts';
import { hoverAt } from './hover.ts';

const text = `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent}
spec:
  selector: {matchLabels: {app: a}}
  updateStrategy:
    type: OnDelete
    rollingUpdate:
      maxUnavailable: 10%
  template:
    metadata: {labels: {app: a}}
    spec:
      hostnameOverride: a
      containers:
        - name: agent
          image: a
          resources:
            limits:
              memory: 1.5Gi
          lifecycle: {preStop: {sleep: {seconds: 5}}}
      tolerations:
        - effect: NoExecute
`;

function markdown(word: string, inside = 1): string {
  return hoverAt(text, text.indexOf(word) + inside, plainFile, null)?.markdown ?? '';
}

describe('hover', () => {
  it('leads to the API reference of the type that has the field', () => {
    assert.match(markdown('maxUnavailable'), /kubernetes-api\/v1\.\d+\/#rollingupdatedaemonset-v1-apps\)/);
  });
  it('describes a field: name, type, text, default', () => {
    const shown = markdown('updateStrategy');
    assert.match(shown, /^\*\*updateStrategy\*\* · DaemonSetUpdateStrategy/);
    assert.match(shown, /update strategy to replace existing DaemonSet pods/);
    assert.match(markdown('maxUnavailable'), /Default: `1`/);
  });
  it('says what a value means', () => {
    assert.match(markdown('OnDelete'), /changes nothing until someone deletes a pod/);
    assert.match(markdown('NoExecute'), /evict/);
  });
  it('says what a value comes to', () => {
    assert.match(markdown('10%'), /4 of 37/);
    assert.match(markdown('1.5Gi'), /1610612736/);
    const amount = (written: string): string =>
      hoverAt(text.replace('1.5Gi', written), text.indexOf('1.5Gi') + 1, plainFile, null)?.markdown ?? '';
    for (const [written, plain] of [
      ['250m', '0.25'],
      ['2Ti', '2199023255552'],
      ['1e3', '1000'],
      ['3E', '3000000000000000000'],
    ] as const)
      assert.match(amount(written), new RegExp(`= ${plain}\\n`), written);
    assert.doesNotMatch(amount('128974848'), / = /);
  });
  it('lists the values of a field with what they mean, and what a list is merged by', () => {
    assert.match(markdown('type: OnDelete'), /Values: {2}\n`OnDelete`: An edit of the pod template changes nothing/);
    assert.match(markdown('containers'), /Entries are merged by `name`/);
    assert.match(markdown('effect'), /`NoSchedule`: /);
  });
  it('counts on the chosen cluster, and names its nodes', () => {
    const nodes = (builtInClusters[0]?.make().nodes ?? []).flatMap(node => {
      const read = readNode(node);
      return read.ok ? [read.value] : [];
    });
    const here = text.replace(
      '- effect: NoExecute',
      '- key: node-role.kubernetes.io/control-plane\n      nodeSelector:\n        kubernetes.io/os: windows',
    );
    const shown = (word: string): string => hoverAt(here, here.indexOf(word) + 1, plainFile, nodes)?.markdown ?? '';
    assert.match(shown('node-role.kubernetes.io'), /3 of 5 nodes of the chosen cluster have this taint/);
    assert.match(shown('windows'), /No node of the chosen cluster has this label/);
    assert.match(
      hoverAt(text, text.indexOf('10%') + 1, plainFile, nodes)?.markdown ?? '',
      /nodes it runs on in the chosen cluster, rounded up: \*\*1\*\*/,
    );
  });
  it('names the nodes that a requirement of node affinity asks for', () => {
    const nodes = (builtInClusters[0]?.make().nodes ?? []).flatMap(node => {
      const read = readNode(node);
      return read.ok ? [read.value] : [];
    });
    const affinity = `affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [
        {matchExpressions: [{key: node-role.kubernetes.io/control-plane, operator: DoesNotExist}], matchFields: [{key: metadata.name, operator: In, values: [nope]}]}]}}}
      tolerations:`;
    const here = text.replace('tolerations:', affinity);
    const shown = (word: string): string => hoverAt(here, here.indexOf(word) + 1, plainFile, nodes)?.markdown ?? '';
    assert.match(shown('DoesNotExist'), /2 of 5 nodes of the chosen cluster have what this asks for/);
    assert.match(shown('nope'), /No node of the chosen cluster has what this asks for/);
  });
  it('says since when a field exists', () => {
    assert.match(markdown('hostnameOverride'), /Since Kubernetes 1\.34/);
  });
  it('works in braces', () => {
    assert.match(markdown('seconds: 5'), /\*\*seconds\*\*/);
  });
  it('is silent outside, in other documents and past the end', () => {
    assert.equal(hoverAt('kind: Pod\nspec: {}\n', 12, plainFile, null), null);
    assert.equal(hoverAt(text, text.length + 100, plainFile, null), null);
    assert.equal(hoverAt('', 0, plainFile, null), null);
  });
});
