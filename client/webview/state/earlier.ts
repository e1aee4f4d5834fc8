import type { JsonObject } from '../../../core/base/json.ts';
import type { EditText } from '../simulation/picture.ts';
import type { EarlierEdit } from './earlierEdit.ts';
import { rerun } from './rerun.ts';
import type { PanelState } from './state.ts';
import { type Step, stay } from './step.ts';

/** So many are kept; each is a whole manifest. */
const most = 12;
/** So many changed fields tell one from the other. */
const mostFields = 2;

/** Keeps the present manifest, unless it is the one that was kept last. Called when nobody has typed for a while. */
export function keepEdit(state: PanelState): PanelState {
  const { subject, picture, earlier, opened } = state;
  if (subject === null || picture === null || opened !== null) return state;
  const [last] = earlier;
  if (last !== undefined && same(last.manifest, subject.manifest)) return state;
  const kept = { number: (last?.number ?? 0) + 1, label: labelOf(picture.edit), manifest: subject.manifest };
  const others = earlier.filter(edit => !same(edit.manifest, subject.manifest));
  return { ...state, earlier: [kept, ...others].slice(0, most) };
}

/** Those that differ from what the editor holds now: with itself nothing can be compared. */
export function otherEdits({ earlier, subject }: PanelState): readonly EarlierEdit[] {
  return earlier.filter(edit => subject === null || !same(edit.manifest, subject.manifest));
}

function same(a: JsonObject, b: JsonObject): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function labelOf({ kind, fields }: EditText): string {
  if (fields.length === 0) return kind;
  const named = fields
    .slice(0, mostFields)
    .map(({ name, from, to }) => `${name} ${from === '' || to === '' ? from + to : `${from} → ${to}`}`);
  return fields.length > mostFields ? `${named.join(', ')}, …` : named.join(', ');
}

/** Compares with an earlier edit from now on; null: with what the extension says. A number that is not kept any more changes nothing. */
export function compareWith(state: PanelState, number: number | null): Step {
  const since = number === null ? null : (state.earlier.find(edit => edit.number === number) ?? state.since);
  return since === state.since ? stay(state) : rerun({ ...state, since });
}
