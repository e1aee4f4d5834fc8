import { isJsonObject, type JsonValue } from '../../base/json.ts';
import type { ScenarioProblem } from '../problem.ts';
import type { ScenarioEvent } from '../scenario.ts';
import { checkShape } from './checkShape.ts';
import { readEvent } from './readEvent.ts';
import type { Reading } from './reading.ts';
import { eventShape } from './scenarioShape.ts';
import { writeEvent } from './writeScenarioFile.ts';

export type EventOfJson =
  | { readonly ok: true; readonly event: ScenarioEvent }
  | { readonly ok: false; readonly problems: readonly ScenarioProblem[] };

/** An event as a scenario has it, out of something that came over a wire: what it must look like is what an event of a scenario file must. */
export function eventOfJson(value: JsonValue): EventOfJson {
  if (!isJsonObject(value)) return refused('is not an event');
  const { image } = value;
  if (value.do === 'image' && (typeof image !== 'string' || !isBehaviour(value.behaviour)))
    return refused('must say which image, and how it behaves');
  // Its shape is not known yet: it is only laid out as in a file, and checked there.
  const written = writeEvent({ ...value, at: typeof value.at === 'number' ? value.at : 0 } as unknown as ScenarioEvent);
  const problems = checkShape(eventShape, written);
  if (problems.length > 0) return { ok: false, problems };
  const reading: Reading = { load: null, problems: [], origins: new Map(), partial: false };
  const event = readEvent(reading, written, 0, [], { namespace: 'default', daemonSet: '' });
  return event === null ? refused('names a file: the manifest itself is wanted') : { ok: true, event };
}

function refused(message: string): EventOfJson {
  return { ok: false, problems: [{ path: [], message, value: null }] };
}

function isBehaviour(value: JsonValue | undefined): boolean {
  return isJsonObject(value) && [value.pull, value.crashAfter, value.crashes].every(span => span === null || typeof span === 'number');
}
