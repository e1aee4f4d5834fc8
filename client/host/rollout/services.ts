import type * as vscode from 'vscode';
import type { Baselines } from '../baseline/baselines.ts';
import type { ServedWorlds } from '../kubectl/servedWorlds.ts';
import type { Followed } from '../languageClient/followed.ts';
import type { LanguageServer } from '../languageClient/languageServer.ts';
import type { AskEdits, AskLines, AskManifest, Parse } from '../languageClient/requests.ts';
import type { Choices } from '../settings/choices.ts';

/** What commands and panels work with; made once, at activation. */
export interface Services {
  readonly output: vscode.LogOutputChannel;
  readonly server: LanguageServer;
  readonly askManifest: AskManifest;
  readonly askEdits: AskEdits;
  readonly parse: Parse;
  readonly askLines: AskLines;
  readonly followed: Followed;
  readonly baselines: Baselines;
  readonly choices: Choices;
  /** The simulated clusters that kubectl works on; null where there can be none. */
  readonly worlds: ServedWorlds | null;
}
