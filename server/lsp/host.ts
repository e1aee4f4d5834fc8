/** What the place we run in gives us: Node or a web worker. */
export interface ServerHost {
  /** Runs work after the messages that have already come in. */
  readonly defer: (work: () => void) => void;
  /** Whether there is a file at a URI; null where files cannot be looked at. */
  readonly fileExists: (uri: string) => boolean | null;
  /** The text of the file at a URI; null when there is none, or files cannot be looked at. */
  readonly readText: (uri: string) => string | null;
  /** The files of the workspace; null where files cannot be read. */
  readonly workspaceFiles: WorkspaceFiles | null;
}

/** Files that nobody has open. */
export interface WorkspaceFiles {
  /** The URIs of the YAML files below folders (URIs), one by one, until `isCancelled`. */
  readonly list: (folders: readonly string[], isCancelled: () => boolean) => AsyncIterable<string>;
  /** A file's text; null when it is larger than `mostBytes` or cannot be read. */
  readonly read: (uri: string, mostBytes: number) => Promise<string | null>;
}
