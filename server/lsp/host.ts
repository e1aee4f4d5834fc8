/** What the place we run in gives us: Node or a web worker. */
export interface ServerHost {
  /** Runs work after the messages that have already come in. */
  readonly defer: (work: () => void) => void;
  /** Whether there is a file at a URI; null where files cannot be looked at. */
  readonly fileExists: (uri: string) => boolean | null;
  /** The text of the file at a URI; null when there is none, or files cannot be looked at. */
  readonly readText: (uri: string) => string | null;
}
