import assert from 'node:assert/strict';
import { checkHostMessage } from './checkHostMessage.ts';
import { sampleSubject } from './testing/samples.ts';

describe('messages that come to the page', () => {
  it('takes those of the host', () => {
    const subject = { type: 'subject', subject: sampleSubject() };
    assert.deepEqual(checkHostMessage(JSON.parse(JSON.stringify(subject))), subject);
    const problem = {
      type: 'problem',
      problem: { of: { uri: 'file:///a.yaml', index: 0, label: 'a.yaml' }, kind: 'gone', message: 'The file was deleted.', line: null },
    };
    assert.deepEqual(checkHostMessage(problem), problem);
    assert.deepEqual(checkHostMessage({ type: 'fault', action: 'undo' }), { type: 'fault', action: 'undo' });
  });
  it('drops what nobody of ours sent', () => {
    const strange: readonly unknown[] = [
      undefined,
      null,
      'subject',
      [],
      { type: 'subject' },
      { type: 'subject', subject: { ...sampleSubject(), kubernetesVersion: '1.1' } },
      { type: 'subject', subject: { ...sampleSubject(), cluster: { name: 'x', nodes: [1], daemonSets: [], pods: [] } } },
      { type: 'subject', subject: { ...sampleSubject(), manifest: null } },
      { type: 'problem', problem: { of: { uri: 'file:///a.yaml', index: 0, label: 'a.yaml' }, kind: 'strange', message: 'x', line: null } },
      { type: 'problem', problem: { of: { uri: 'file:///a.yaml', index: 0, label: 'a.yaml' }, kind: 'invalid', message: {}, line: null } },
      { type: 'eval', code: 'alert(1)' },
    ];
    for (const message of strange) assert.equal(checkHostMessage(message), null, JSON.stringify(message));
  });
});
