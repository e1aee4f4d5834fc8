import assert from 'node:assert/strict';
import { plainFile } from '../settings.ts';
import { hoverAt } from './hover.ts';

const text = `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent}
spec:
  updateStrategy:
    type: OnDelete
    rollingUpdate:
      maxUnavailable: 10%
  template:
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
  return hoverAt(text, text.indexOf(word) + inside, plainFile)?.markdown ?? '';
}

describe('hover', () => {
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
  });
  it('says since when a field exists', () => {
    assert.match(markdown('hostnameOverride'), /Since Kubernetes 1\.34/);
  });
  it('works in braces', () => {
    assert.match(markdown('seconds: 5'), /\*\*seconds\*\*/);
  });
  it('is silent outside, in other documents and past the end', () => {
    assert.equal(hoverAt('kind: Pod\nspec: {}\n', 12, plainFile), null);
    assert.equal(hoverAt(text, text.length + 100, plainFile), null);
    assert.equal(hoverAt('', 0, plainFile), null);
  });
});
