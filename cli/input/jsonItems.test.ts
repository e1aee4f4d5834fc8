import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { WrongUse } from '../wrongUse.ts';
import { jsonItems } from './jsonItems.ts';
import { readObjects } from './readObjects.ts';

describe('large JSON lists', () => {
  let folder = '';
  before(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'daemonscope-json-'));
  });
  after(() => fs.rmSync(folder, { recursive: true }));
  const file = (text: string): string => {
    const name = path.join(folder, 'list.json');
    fs.writeFileSync(name, text);
    return name;
  };
  const items = (text: string): unknown[] => [...jsonItems(file(text))];

  it('are read item by item, whatever stands around and inside', () => {
    const list = [{ a: '}]{"items":[' }, { b: [{ items: [1, { c: 2 }] }] }, { d: '\\"', e: 'ü ⎈' }, {}];
    assert.deepEqual(items(JSON.stringify({ kind: 'List', metadata: { items: [{ no: 1 }] }, items: list, after: { items: [{}] } })), list);
    assert.deepEqual(items(JSON.stringify({ other: [{ no: 1 }], items: [] })), []);
    assert.deepEqual(items('{"\\u0069tems": [{"a": 1}]}'), []);
    assert.deepEqual(items('[]'), []);
  });

  it('are read across the borders of what is read at once', () => {
    const list = Array.from({ length: 3_000 }, (_, i) => ({ kind: 'Node', metadata: { name: `n-${i}` }, text: 'é'.repeat(500 + (i % 7)) }));
    assert.deepEqual(items(JSON.stringify({ items: list }, null, 1)), list);
  });

  it('tell where they break off', () => {
    const told = (text: string): string => {
      try {
        items(text);
      } catch (error) {
        assert.ok(error instanceof WrongUse);
        return error.message.replace(folder, '');
      }
      return 'nothing';
    };
    assert.equal(told('{"items": [{"a": 1}, {"b": '), '/list.json ends inside item 2 of its list: it was not saved to its end.');
    assert.equal(told('{"items": [{"a": 1}'), '/list.json ends before its list does: it was not saved to its end.');
    assert.match(told('{"items": [{"a": nope}]}'), /^\/list\.json: item 1 of its list cannot be read: /);
  });

  it('keep of a node what a simulation needs, and nothing of what a DaemonSet makes', () => {
    const node = {
      kind: 'Node',
      metadata: { name: 'a', labels: { x: 'y' }, managedFields: [1], annotations: { big: 'z' } },
      spec: { providerID: 'p', taints: [{ key: 'k', effect: 'NoSchedule' }] },
      status: { allocatable: { cpu: '4' }, images: [{ names: ['i'.repeat(6 << 20)] }] },
    };
    const owned = { kind: 'Pod', metadata: { name: 'p', ownerReferences: [{ kind: 'DaemonSet', name: 'd' }] } };
    assert.deepEqual(readObjects(file(JSON.stringify({ items: [node, owned] }))), [
      {
        apiVersion: 'v1',
        kind: 'Node',
        metadata: { name: 'a', labels: { x: 'y' } },
        spec: { taints: [{ key: 'k', effect: 'NoSchedule' }] },
        status: { allocatable: { cpu: '4' } },
      },
    ]);
  });
});
