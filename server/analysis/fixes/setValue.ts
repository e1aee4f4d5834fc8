import type { JsonValue } from '../../../core/base/json.ts';
import type { Situation } from '../diagnostics/situation.ts';
import type { Step } from '../document/value.ts';
import { setField } from '../edits/setField.ts';
import type { Fix } from '../finding.ts';

/** A mend that gives a field of the DaemonSet a value, written where it belongs if it is not there yet. Null where the text does not allow that. */
export function setValue(
  { document, daemonSet }: Situation,
  path: readonly Step[],
  json: JsonValue,
  title: string,
  preferred: boolean,
): Fix | null {
  const edits = setField(document, daemonSet.node, path.map(String), json);
  return edits === null || edits.length === 0 ? null : { title, preferred, edits };
}
