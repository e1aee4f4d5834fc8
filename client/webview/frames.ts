/** Work once a frame, when it was asked for. */
export interface Frames {
  next(): void;
}

/** The longest time that one frame may stand for: a panel that was hidden does not jump when it comes back. */
const longest = 250;

/** `work` gets the milliseconds since the frame just before; 0 when there was none. */
export function createFrames(work: (elapsed: number) => void): Frames {
  let asked = false;
  let before: number | null = null;
  const frame = (now: number): void => {
    asked = false;
    const elapsed = before === null ? 0 : Math.min(now - before, longest);
    before = now;
    work(elapsed);
    if (!asked) before = null;
  };
  return {
    next: () => {
      if (asked) return;
      asked = true;
      requestAnimationFrame(frame);
    },
  };
}
