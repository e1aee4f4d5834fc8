/** When the server's earlier crashes happened, in milliseconds of the wall clock, newest last. */
export type CrashHistory = readonly number[];

/** What to do about a server that died, and what to tell: the user hears once of the restart, and once when it is given up. */
export type CrashVerdict =
  | { readonly restart: true; readonly tell: boolean; readonly history: CrashHistory }
  | { readonly restart: false; readonly history: CrashHistory };

const spanMs = 3 * 60_000;
/** So many crashes within the span are no accident: the next restart would crash too. */
const tolerated = 5;

/** Judges a crash at `now`. */
export function judgeCrash(history: CrashHistory, now: number): CrashVerdict {
  const recent = [...history.filter(at => now - at < spanMs), now];
  if (recent.length > tolerated) return { restart: false, history: recent };
  return { restart: true, tell: history.length === 0, history: recent };
}
