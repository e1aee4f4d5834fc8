/** The time of a served world as the page shows it go on. */
export interface LiveClock {
  /** Lets it go on, or stand still; again and again the same changes nothing. */
  readonly run: (goesOn: boolean) => void;
}

/** So often the time is shown anew, in ms: often enough for the eye, and a small part of what playing costs. */
const pace = 100;

/**
 * Calls back with the ms that passed, while it goes on; a page that shows no such world has no timer. A page that cannot be seen is called more rarely, and
 * told the time by the host when it can.
 */
export function createLiveClock(passed: (elapsed: number) => void): LiveClock {
  let timer: ReturnType<typeof setInterval> | null = null;
  let before = 0;
  const tick = (): void => {
    const now = performance.now();
    const elapsed = now - before;
    before = now;
    passed(elapsed);
  };
  return {
    run: goesOn => {
      if (goesOn === (timer !== null)) return;
      if (timer !== null) clearInterval(timer);
      before = performance.now();
      timer = goesOn ? setInterval(tick, pace) : null;
    },
  };
}
