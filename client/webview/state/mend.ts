import type { Mend } from '../../../core/presentation/mend.ts';
import type { Range } from '../../../core/protocol/lsp.ts';
import type { Subject } from '../../../core/protocol/panel.ts';
import { addEvents } from './faults.ts';
import type { PanelState } from './state.ts';
import { type Step, stay } from './step.ts';

/** Applies a remedy to the scenario, or to the manifest's text. */
export function mend(state: PanelState, remedy: Mend): Step {
  if (remedy.kind === 'events') return addEvents(state, remedy.events);
  if (state.subject === null) return stay(state);
  const message = { type: 'setField', path: remedy.path, json: remedy.json, version: state.subject.version } as const;
  return { state, effects: [{ to: 'host', message }] };
}

/** Shows a field in the manifest, or the nearest one around it that is written there. */
export function reveal(state: PanelState, path: string): Step {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const range = placeOf(state.subject, at);
    if (range !== null) return { state, effects: [{ to: 'host', message: { type: 'reveal', range } }] };
  }
  return stay(state);
}

/** Where a field's value stands in the manifest; null: it is not written there. */
function placeOf(subject: Subject | null, path: string): Range | null {
  if (subject === null || !Object.hasOwn(subject.places, path)) return null;
  return subject.places[path] ?? null;
}
