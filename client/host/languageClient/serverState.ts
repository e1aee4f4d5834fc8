/** Whether a server answers: `stopped` until something needs one, `failed` when it could not be started or died too often. */
export type ServerState = 'stopped' | 'starting' | 'running' | 'failed';
