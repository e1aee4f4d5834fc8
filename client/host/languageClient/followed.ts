import * as vscode from 'vscode';
import { type FollowParams, followNotification } from '../../../core/protocol/lsp.ts';
import { errorText, type Log } from '../output.ts';
import type { Target } from '../rollout/target.ts';
import type { LanguageServer } from './languageServer.ts';

/** The DaemonSets of which the server is to tell every change. */
export interface Followed extends vscode.Disposable {
  /** Adds one; disposing takes it away. */
  readonly follow: (target: Target) => vscode.Disposable;
}

/** Keeps the server's list the same as ours, through its restarts. */
export function createFollowed(server: LanguageServer, log: Log): Followed {
  const followed = new Set<Target>();
  const send = async (): Promise<void> => {
    if (followed.size === 0 && server.state() !== 'running') return;
    const client = await server.ready('a DaemonSet to be followed');
    const params: FollowParams = { followed: [...followed].map(({ uri, index }) => ({ uri, index })) };
    await client?.sendNotification(followNotification, params);
  };
  const sendGuarded = (): void => void send().catch(error => log.warn(`The server was not told what to follow: ${errorText(error)}`));
  const listener = server.onDidChangeState(state => {
    if (state === 'running' && followed.size > 0) sendGuarded();
  });
  return {
    follow: target => {
      const entry = { ...target };
      followed.add(entry);
      sendGuarded();
      return new vscode.Disposable(() => {
        followed.delete(entry);
        sendGuarded();
      });
    },
    dispose: () => listener.dispose(),
  };
}
