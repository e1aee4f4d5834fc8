/** A list of (lane, instant, code) that grows: the changes of all lanes in order of time. */
export interface GrowingLog {
  length: number;
  lane: Int32Array;
  at: Float64Array;
  code: Uint8Array;
}

export function createLog(): GrowingLog {
  return { length: 0, lane: new Int32Array(1024), at: new Float64Array(1024), code: new Uint8Array(1024) };
}

export function append(log: GrowingLog, lane: number, at: number, code: number): void {
  if (log.length === log.lane.length) grow(log);
  log.lane[log.length] = lane;
  log.at[log.length] = at;
  log.code[log.length++] = code;
}

function grow(log: GrowingLog): void {
  const size = log.length * 2;
  const { lane, at, code } = log;
  log.lane = new Int32Array(size);
  log.at = new Float64Array(size);
  log.code = new Uint8Array(size);
  log.lane.set(lane);
  log.at.set(at);
  log.code.set(code);
}

/** The changes sorted by lane, those of one lane in order of time: a counting sort. */
export function byLane(log: GrowingLog, lanes: number): { offsets: Int32Array; at: Float64Array; code: Uint8Array } {
  const offsets = new Int32Array(lanes + 1);
  for (let i = 0; i < log.length; i++) increment(offsets, (log.lane[i] ?? 0) + 1);
  for (let i = 0; i < lanes; i++) offsets[i + 1] = (offsets[i + 1] ?? 0) + (offsets[i] ?? 0);
  const next = offsets.slice(0, lanes);
  const at = new Float64Array(log.length);
  const code = new Uint8Array(log.length);
  for (let i = 0; i < log.length; i++) {
    const place = increment(next, log.lane[i] ?? 0);
    at[place] = log.at[i] ?? 0;
    code[place] = log.code[i] ?? 0;
  }
  return { offsets, at, code };
}

/** Adds one to an element, and returns what it was. */
function increment(counts: Int32Array, index: number): number {
  const before = counts[index] ?? 0;
  counts[index] = before + 1;
  return before;
}
