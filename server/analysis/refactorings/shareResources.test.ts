import assert from 'node:assert/strict';
import { readYamlDocument } from '../document/yamlDocument.ts';
import { applySpanEdits } from '../edits/applySpanEdits.ts';
import { plainFile } from '../settings.ts';
import { refactoringsAt } from './refactorings.ts';

const resources = 'resources:\n            requests:\n              cpu: 50m\n';

/** A DaemonSet with containers of these resources, after the resources of the first one are extracted; null: that is not offered. */
function extracted(...containers: readonly string[]): string | null {
  const list = containers.map((own, index) => `        - name: c${index}\n          ${own}          image: a\n`).join('');
  const text = `apiVersion: apps/v1\nkind: DaemonSet\nspec:\n  template:\n    spec:\n      containers:\n${list}`;
  const found = refactoringsAt(readYamlDocument(text, plainFile), text.indexOf('resources') + 1);
  const extraction = found.find(one => one.title.startsWith('Extract'));
  return extraction === undefined ? null : applySpanEdits(text, extraction.edits).slice(text.indexOf('        - name: c0'));
}

describe('extracting resources', () => {
  it('writes them once, with an anchor, where containers have the same', () => {
    const other = 'resources: {requests: {cpu: "50m"}}\n';
    assert.equal(
      extracted(resources, other, resources),
      '        - name: c0\n          resources: &resources\n            requests:\n              cpu: 50m\n          image: a\n' +
        '        - name: c1\n          resources: *resources\n          image: a\n        - name: c2\n          resources: *resources\n          image: a\n',
    );
  });
  it('uses the anchor that is there', () => {
    const anchored = resources.replace('resources:', 'resources: &small');
    assert.match(extracted(anchored, resources) ?? '', /resources: &small\n[^&]*\*small\n/);
  });
  it('is not offered where there is nothing to share, or a comment would be lost', () => {
    assert.equal(extracted(resources), null);
    assert.equal(extracted(resources, 'resources: {limits: {cpu: 1}}\n'), null);
    assert.equal(extracted(resources, resources.replace('50m', '50m # measured')), null);
    assert.equal(extracted('resources: &r {limits: {cpu: 1}}\n', 'resources: *r\n'), null);
  });
});
