import type * as vscode from 'vscode';
import type { Baselines } from '../baseline/baselines.ts';
import type { Followed } from '../languageClient/followed.ts';
import type { LanguageServer } from '../languageClient/languageServer.ts';
import type { AskEdits, AskManifest, Parse } from '../languageClient/requests.ts';
import type { ServedCluster } from '../platform.ts';

/** What commands and panels work with; made once, at activation. */
export interface Services {
  readonly output: vscode.LogOutputChannel;
  readonly server: LanguageServer;
  readonly askManifest: AskManifest;
  readonly askEdits: AskEdits;
  readonly parse: Parse;
  readonly followed: Followed;
  readonly baselines: Baselines;
  /** Serves a simulated cluster to kubectl; null where that cannot be. */
  readonly serve: ((args: readonly string[]) => Promise<ServedCluster>) | null;
}
