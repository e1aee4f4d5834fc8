/** The first message to each of the two workers: which one it is, and its end of the channel between them. */
export interface WorkerRole {
  /** `foreground`: what one waits for; `background`: all else. */
  readonly role: 'foreground' | 'background';
  readonly port: MessagePort;
}
