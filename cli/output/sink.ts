/** Where a command writes: standard output or error, or a test. */
export interface Sink {
  /** Whether a person's terminal is at the other end. */
  readonly isTTY?: boolean;
  write(text: string): unknown;
}
