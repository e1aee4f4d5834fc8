import assert from 'node:assert/strict';
import { indexLines, offsetAt } from '../document/lineIndex.ts';
import { plainFile } from '../settings.ts';
import { placesOfName, renameAt, renameable } from './navigate.ts';

const text = `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: agent
spec:
  selector:
    matchLabels:
      app: agent
  template:
    metadata:
      labels:
        app: agent
    spec:
      containers:
        - name: main
          ports:
            - name: http
              containerPort: 80
          readinessProbe:
            httpGet:
              port: http
          env:
            - name: LIMIT
              valueFrom:
                resourceFieldRef:
                  containerName: main
                  resource: limits.cpu
          volumeMounts:
            - name: logs
              mountPath: /var/log
        - name: other
          ports:
            - name: http
              containerPort: 81
          volumeMounts:
            - name: "logs"
              mountPath: /logs
      volumes:
        - name: logs
          hostPath: {path: /var/log}
`;

/** The offset of the n-th `word`. */
function at(word: string, n = 0): number {
  let offset = -1;
  for (let i = 0; i <= n; i++) offset = text.indexOf(word, offset + 1);
  return offset + 1;
}

function rename(offset: number, name: string): string | undefined {
  const result = renameAt(text, offset, name, plainFile);
  if (result === null || 'refused' in result) return result?.refused;
  const lines = indexLines(text);
  const sorted = [...result.edits].sort((a, b) => b.range.start.line - a.range.start.line);
  return sorted.reduce(
    (done, edit) => done.slice(0, offsetAt(lines, edit.range.start)) + edit.newText + done.slice(offsetAt(lines, edit.range.end)),
    text,
  );
}

describe('names in a DaemonSet', () => {
  it('lead from a mount to its volume, and to the other mounts', () => {
    const places = placesOfName(text, at('logs'), plainFile);
    assert.deepEqual(places.map(place => place.role).sort(), ['definition', 'reference', 'reference']);
  });
  it('keep the ports of two containers apart', () => {
    assert.equal(placesOfName(text, at('http'), plainFile).length, 2);
    assert.equal(placesOfName(text, at('name: http', 1) + 6, plainFile).length, 1);
  });
  it('lead from the selector to the label of the template', () => {
    const lines = placesOfName(text, at('app: agent') + 5, plainFile).map(place => [place.role, place.range.start.line]);
    assert.deepEqual(lines, [
      ['definition', 11],
      ['reference', 7],
    ]);
  });
  it('change everywhere at once, in the quotes they had', () => {
    const renamed = rename(at('logs'), 'journal') ?? '';
    assert.equal(renamed.split('journal').length, 4);
    assert.ok(renamed.includes('- name: "journal"'));
    assert.ok(!/name: "?logs/.test(renamed));
  });
  it('are refused when they are no names, or taken', () => {
    assert.match(rename(at('main'), 'Main') ?? '', /lower-case/);
    assert.match(rename(at('main'), 'other') ?? '', /already/);
    assert.match(rename(at('http'), 'a-name-that-is-too-long') ?? '', /15/);
  });
  it('are quoted where YAML would read a number', () => {
    assert.ok(rename(at('app: agent') + 5, '12')?.includes('app: "12"'));
  });
  it('are nothing elsewhere', () => {
    assert.equal(renameable(text, at('DaemonSet'), plainFile), null);
    assert.equal(renameable('kind: Pod', 3, plainFile), null);
  });
});
