/** Runs what nobody waits for. A failure of ours is told on standard error, and the server goes on; the result says whether it went well. */
export function guarded(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    tellFailure(error);
    return false;
  }
}

export function tellFailure(error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`daemonscope: a failure of daemonscope itself, please report it: ${text}\n`);
}
