import type { Span } from './tree.ts';

/** A text with its template actions blanked out, position for position. */
export interface MaskedText {
  readonly text: string;
  /** Where values stood that only the template engine knows. */
  readonly holes: readonly Span[];
  /** Whether whole lines were actions: there may be more (or less) in the rendered document than in the text. */
  readonly open: boolean;
}

/** Whether an offset lies between the braces of an action, closed or not. */
export function isInsideAction(text: string, offset: number): boolean {
  const before = text.slice(0, offset);
  return before.lastIndexOf('{{') > before.lastIndexOf('}}');
}

/**
 * Puts something harmless of the same length in the place of each `{{ … }}`, so that the YAML around can be read and every offset stays: an action
 * that fills its lines becomes a comment, one inside a line becomes a word.
 */
export function maskTemplates(text: string): MaskedText {
  const holes: Span[] = [];
  let open = false;
  let masked = '';
  let done = 0;
  for (let start = text.indexOf('{{'); start >= 0; start = text.indexOf('{{', done)) {
    const close = text.indexOf('}}', start + 2);
    if (close < 0) break;
    const span = { start, end: close + 2 };
    const action = text.slice(span.start, span.end);
    const alone = standsAlone(text, span);
    masked += text.slice(done, span.start) + (alone ? asComment(action) : action.replace(/[^\n\r]/g, '_'));
    done = span.end;
    if (alone) open = true;
    else holes.push(span);
  }
  return { text: masked + text.slice(done), holes, open };
}

/** Nothing but blanks and other actions on its lines. */
function standsAlone(text: string, span: Span): boolean {
  const before = text.slice(text.lastIndexOf('\n', span.start - 1) + 1, span.start);
  const end = text.indexOf('\n', span.end);
  const after = text.slice(span.end, end < 0 ? text.length : end);
  return before.length + after.length < longestLine && isBlank(before) && isBlank(after);
}

/** A longer line holds more than actions. */
const longestLine = 2000;

function isBlank(part: string): boolean {
  return part.replace(/\{\{.*?\}\}/g, '').trim() === '';
}

function asComment(action: string): string {
  return `#${action.slice(1).replace(/[^\n\r]/g, ' ')}`;
}
