/** What one client may take of the server. */
export const limits = {
  /** As etcd and the API server have it: 3 MB. */
  bodyBytes: 3 * 1024 * 1024,
  headerBytes: 16 * 1024,
  connections: 500,
  watches: 1000,
  /** A watch whose reader does not read is ended when so much waits for him. */
  unreadBytes: 16 * 1024 * 1024,
  /** A request must have arrived whole by then. */
  requestMs: 30_000,
} as const;
