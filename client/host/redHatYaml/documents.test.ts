import assert from 'node:assert/strict';
import { ownersOf } from './documents.ts';

const daemonSet = 'apiVersion: apps/v1\nkind: DaemonSet\n';
const other = 'apiVersion: v1\nkind: ConfigMap\n';

function owners(text: string): string {
  return ownersOf(text)
    .map(owner => (owner === 'ours' ? 'o' : 't'))
    .join('');
}

describe('whose help a YAML document gets', () => {
  it('is told document by document', () => {
    assert.equal(owners(`${other}---\n${daemonSet}---\n${other}`), 'tot');
    assert.equal(owners('apiVersion: daemonscope.dev/v1\nkind: Scenario\n'), 'o');
    assert.equal(owners(`kind: List\nitems:\n  - kind: DaemonSet\n    apiVersion: apps/v1\n`), 'o');
    assert.equal(owners('{"apiVersion": "apps/v1", "kind": "DaemonSet"}'), 'o');
  });
  it('leaves what only speaks of a DaemonSet to the other', () => {
    assert.equal(owners('kind: HorizontalPodAutoscaler\nspec:\n  scaleTargetRef:\n    kind: DaemonSet\n'), 't');
    assert.equal(owners('kind: ConfigMap\ndata:\n  a: |\n    kind: DaemonSet\n'), 't');
    assert.equal(owners('kind: DaemonSetting\n'), 't');
  });
  it('counts documents as a YAML parser does', () => {
    assert.equal(owners(`# licence\n\n---\n${daemonSet}`), 'o');
    assert.equal(owners(`%YAML 1.1\n---\n${daemonSet}...\n# end\n`), 'o');
    assert.equal(owners(`${daemonSet}...\n---\n${other}`), 'ot');
    assert.equal(owners(`---\n---\n${daemonSet}`), 'to');
    assert.equal(owners(`--- # first\r\n${daemonSet.replaceAll('\n', '\r\n')}---\r\n`), 'ot');
    assert.equal(owners(''), '');
  });
});
