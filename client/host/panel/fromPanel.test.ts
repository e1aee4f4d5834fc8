import assert from 'node:assert/strict';
import { fromPanel } from './fromPanel.ts';

const range = { start: { line: 3, character: 4 }, end: { line: 3, character: 9 } };

describe('a message of the panel', () => {
  const known: readonly { readonly type: string; readonly [key: string]: unknown }[] = [
    { type: 'ready' },
    { type: 'reveal', range },
    { type: 'command', command: 'chooseCluster' },
    { type: 'copy', text: 'NAME   DESIRED' },
    { type: 'saveScenario', text: 'kind: Scenario' },
    { type: 'savePicture', format: 'svg', bytes: Uint8Array.of(60, 115) },
    { type: 'saveReport', text: '### Rollout' },
    { type: 'setField', path: 'spec.updateStrategy', json: { type: 'OnDelete', list: [1, null, true] }, version: 4 },
    { type: 'act', actions: [{ do: 'cordon', node: 'worker-1' }] },
    { type: 'worldSpeed', speed: 'max' },
    { type: 'worldSpeed', speed: 0 },
    { type: 'detach' },
    { type: 'failure', message: 'no WebAssembly' },
  ];
  for (const message of known) {
    it(`passes as it is: ${message.type}`, () => assert.deepEqual(fromPanel(message), message));
  }

  const refused: readonly unknown[] = [
    null,
    undefined,
    'ready',
    42,
    [],
    {},
    { type: '__proto__' },
    { type: 'toString' },
    { type: 'reveal' },
    { type: 'reveal', range: { start: { line: -1, character: 0 }, end: { line: 0, character: 0 } } },
    { type: 'reveal', range: { start: { line: 1.5, character: 0 }, end: { line: 2, character: 0 } } },
    { type: 'command', command: 'workbench.action.terminal.new' },
    { type: 'command', command: 'restartServer' },
    { type: 'copy', text: 3 },
    { type: 'savePicture', format: 'exe', bytes: Uint8Array.of(77, 90) },
    { type: 'savePicture', format: 'png', bytes: [1, 2] },
    { type: 'setField', path: 'spec', json: 'x', version: '4' },
    { type: 'setField', path: 'spec', version: 4 },
    { type: 'act', actions: 'all' },
    { type: 'act', actions: [undefined] },
    { type: 'act', actions: new Array(1_001).fill({ do: 'cordon', node: 'a' }) },
    { type: 'worldSpeed', speed: 'fast' },
    { type: 'worldSpeed', speed: -1 },
    { type: 'worldSpeed', speed: Number.NaN },
    { type: 'failure', message: {} },
  ];
  for (const message of refused) {
    it(`is refused: ${(JSON.stringify(message) ?? 'undefined').slice(0, 200)}`, () => assert.equal(fromPanel(message), null));
  }

  it('leaves out what does not belong to it', () => {
    assert.deepEqual(fromPanel({ type: 'copy', text: 'x', range, command: 'chooseCluster' }), { type: 'copy', text: 'x' });
  });
});
