import assert from 'node:assert/strict';
import type { EmittedEvent } from '../kubernetes/objects/event.ts';
import { createRecorder, type RecordedEvent, recordEvent } from './eventRecorder.ts';

const event = (at: number, message: string, type: 'Normal' | 'Warning' = 'Normal'): EmittedEvent => ({
  ...{ at, type, reason: 'SuccessfulCreate', message, source: 'daemonset-controller' },
  regarding: { kind: 'DaemonSet', namespace: 'default', name: 'app' },
});

function record(events: readonly EmittedEvent[]): readonly (RecordedEvent | null)[] {
  const recorder = createRecorder();
  return events.map(one => recordEvent(recorder, one));
}

describe('event recorder', () => {
  it('counts an equal event up', () => {
    const [first, second] = record([event(0, 'a'), event(1000, 'a')]);
    assert.deepEqual([first?.write, first?.count], ['create', 1]);
    assert.deepEqual([second?.write, second?.count, second?.firstAt], ['patch', 2, 0]);
  });
  it('merges similar events from the tenth on', () => {
    const recorded = record(Array.from({ length: 12 }, (_, i) => event(i, `pod ${i}`)));
    assert.equal(recorded.filter(one => one?.write === 'create').length, 10);
    assert.equal(recorded[9]?.event.message, '(combined from similar events): pod 9');
    assert.deepEqual([recorded[11]?.write, recorded[11]?.count], ['patch', 3]);
  });
  it('lets 25 of a type through, and one more every 300 s', () => {
    const burst = Array.from({ length: 30 }, (_, i) => event(0, `${i}`));
    const recorded = record([
      ...burst,
      event(0, 'warns', 'Warning'),
      event(299_999, 'early'),
      event(300_000, 'late'),
      event(300_000, 'too many'),
    ]);
    assert.equal(recorded.slice(0, 30).filter(one => one !== null).length, 25);
    assert.deepEqual(
      recorded.slice(30).map(one => one !== null),
      [true, false, true, false],
    );
  });
  it('forgets a group that was quiet for ten minutes', () => {
    const recorded = record([...Array.from({ length: 10 }, (_, i) => event(i, `pod ${i}`)), event(700_000, 'again')]);
    assert.equal(recorded[10]?.event.message, 'again');
  });
});
