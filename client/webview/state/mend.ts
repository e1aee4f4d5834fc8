import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/base/json.ts';
import type { Mend } from '../../../core/presentation/mend.ts';
import type { Range } from '../../../core/protocol/lsp.ts';
import { type Subject, scenarioIndex } from '../../../core/protocol/panel.ts';
import { addEvents } from './faults.ts';
import { rerun } from './rerun.ts';
import { followedInstead, type PanelState } from './state.ts';
import { type Step, stay } from './step.ts';

/** Applies a remedy to the scenario, or to the manifest's text. */
export function mend(state: PanelState, remedy: Mend): Step {
  if (remedy.kind === 'events') return addEvents(state, remedy.events);
  if (state.subject === null || followedInstead(state) !== null) return stay(state);
  // A scenario file may take its manifest from anywhere: what is tried stays in the scenario until that is saved.
  if (state.subject.index === scenarioIndex) return rerun(withField(state, state.subject, remedy));
  const message = { type: 'setField', path: remedy.path, json: remedy.json, version: state.subject.version } as const;
  return { state, effects: [{ to: 'host', message }] };
}

function withField(state: PanelState, subject: Subject, { path, json }: Extract<Mend, { kind: 'value' }>): PanelState {
  const manifest = setAt(subject.manifest, path.split('.'), json);
  const opened = state.opened === null ? null : { ...state.opened, applies: true };
  return { ...state, opened, subject: { ...subject, manifest } };
}

/** The object with a value at a path; what is missing on the way is made. */
export function setAt(object: JsonObject, [key = '', ...rest]: readonly string[], json: JsonValue): JsonObject {
  const inner = Object.hasOwn(object, key) ? object[key] : undefined;
  const value = rest.length === 0 ? json : setAt(inner !== undefined && isJsonObject(inner) ? inner : {}, rest, json);
  return { ...object, [key]: value };
}

/** Shows a field in the manifest, or the nearest one around it that is written there. */
export function reveal(state: PanelState, path: string): Step {
  if (followedInstead(state) !== null) return stay(state);
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
