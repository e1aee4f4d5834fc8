/** Work of which only the newest run counts: a slow answer to an earlier question never overwrites a later one. */
export interface Latest {
  /** Runs `work` and hands its result to `use`, unless another run began meanwhile or it was closed. */
  readonly run: <T>(work: () => Promise<T>, use: (result: T) => void) => Promise<void>;
  readonly close: () => void;
}

export function latest(): Latest {
  let turn = 0;
  let closed = false;
  return {
    run: async (work, use) => {
      turn += 1;
      const mine = turn;
      const result = await work();
      if (mine === turn && !closed) use(result);
    },
    close: () => {
      closed = true;
    },
  };
}
