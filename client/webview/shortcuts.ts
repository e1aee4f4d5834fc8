import type { Message } from './state/message.ts';

/** What a key does anywhere in the panel, except where one types or presses a button. */
export function shortcut(event: KeyboardEvent, playing: boolean, end: number): Message | null {
  if (event.ctrlKey || event.metaKey || event.altKey || isControl(event)) return null;
  switch (event.key) {
    case ' ':
      return { type: 'playing', playing: !playing };
    case '.':
      return { type: 'step', direction: 1, over: 'change' };
    case '>':
      return { type: 'step', direction: 1, over: 'sync' };
    case ',':
      return { type: 'step', direction: -1, over: 'change' };
    case 'Home':
      return { type: 'scrub', to: 0 };
    case 'End':
      return { type: 'scrub', to: end };
    default:
      return null;
  }
}

/** A field takes all keys for itself; a button takes the space bar. */
function isControl(event: KeyboardEvent): boolean {
  const { target } = event;
  if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement) return true;
  return event.key === ' ' && target instanceof HTMLButtonElement;
}
