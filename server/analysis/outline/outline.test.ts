import assert from 'node:assert/strict';
import { reportOn } from '../report.ts';
import { defaultAnalysisSettings, plainFile } from '../settings.ts';

const text = `kind: List
apiVersion: v1
items:
  - apiVersion: apps/v1
    kind: DaemonSet
    metadata: {name: one, namespace: ns}
    spec:
      selector: {matchLabels: {app: one}}
      template:
        spec:
          initContainers:
            - name: first
              image: init:1
          containers:
            - name: main
              image: main:1
          volumes:
            - name: logs
              hostPath: {path: /}
  - apiVersion: apps/v1
    kind: DaemonSet
    metadata: {name: two}
    spec:
      updateStrategy: {type: OnDelete}
`;

describe('outline', () => {
  it('lists what one looks for, with its details, in the order of the text', () => {
    const [one, two] = reportOn(text, plainFile, defaultAnalysisSettings).daemonSets.map(daemonSet => daemonSet.outline);
    assert.deepEqual([one?.name, one?.detail, two?.name], ['one', 'ns', 'two']);
    assert.deepEqual(
      one?.children.map(({ kind, name, detail }) => [kind, name, detail]),
      [
        ['selector', 'selector', 'app=one'],
        ['initContainer', 'first', 'init:1'],
        ['container', 'main', 'main:1'],
        ['volume', 'logs', 'hostPath'],
      ],
    );
    assert.deepEqual(
      two?.children.map(({ name, detail }) => [name, detail]),
      [['updateStrategy', 'OnDelete']],
    );
  });

  it('keeps every name inside its entry, and every entry inside its DaemonSet', () => {
    for (const { outline } of reportOn(text, plainFile, defaultAnalysisSettings).daemonSets) {
      for (const entry of [outline, ...outline.children]) {
        assert.ok(entry.selection.start.line >= entry.range.start.line && entry.selection.end.line <= entry.range.end.line, entry.name);
        assert.ok(entry.range.start.line >= outline.range.start.line && entry.range.end.line <= outline.range.end.line, entry.name);
      }
    }
  });

  it('knows where the fields of each stand', () => {
    const [one] = reportOn(text, plainFile, defaultAnalysisSettings).daemonSets;
    assert.deepEqual(one?.places['spec.template.spec.containers[0].image'], {
      start: { line: 15, character: 21 },
      end: { line: 15, character: 27 },
    });
    assert.deepEqual(one?.places['spec.selector.matchLabels[app]']?.start, { line: 7, character: 36 });
  });
});
