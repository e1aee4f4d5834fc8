import * as vscode from 'vscode';
import type { Parse } from '../languageClient/requests.ts';
import { errorLine, errorText, type Log } from '../output.ts';
import type { BaselineWish } from '../settings/baselineWish.ts';
import { noBaseline, type ReadBaseline } from './baselineOf.ts';
import { chooseBaseline } from './chooseBaseline.ts';
import { createGitHead } from './gitHead.ts';
import { lookUpFile, lookUpSaved } from './savedFile.ts';

/** What runs before an edit, for any document. */
export interface Baselines extends vscode.Disposable {
  /** Never fails: what goes wrong becomes the note. */
  readonly read: (uri: vscode.Uri, wish: BaselineWish) => Promise<ReadBaseline>;
  /** Branches and tags of a document's repository, the most likely first; empty: there is none, or Git does not tell. */
  readonly revisions: (uri: vscode.Uri) => Promise<readonly string[]>;
  /** A document's baseline may be another one now; undefined: any document's. */
  readonly onDidChange: vscode.Event<vscode.Uri | undefined>;
}

export function createBaselines(parse: Parse, log: Log): Baselines {
  const git = createGitHead(log);
  const changed = new vscode.EventEmitter<vscode.Uri | undefined>();
  const listening = vscode.Disposable.from(
    git,
    changed,
    git.onDidChange(() => changed.fire(undefined)),
    vscode.workspace.onDidSaveTextDocument(document => changed.fire(document.uri)),
  );
  return {
    read: async (uri, wish) => {
      try {
        const chosen = await chooseBaseline(wish, {
          git: revision => git.lookUp(uri, revision),
          saved: () => lookUpSaved(uri),
          file: path => lookUpFile(path, uri),
        });
        return chosen.text === null ? { ...noBaseline, chosen } : { chosen, parsed: await parse(chosen.text) };
      } catch (error) {
        log.error(`The baseline of ${uri.path} was not found: ${errorText(error)}`);
        return { ...noBaseline, chosen: { ...noBaseline.chosen, note: errorLine(error) } };
      }
    },
    revisions: git.revisions,
    onDidChange: changed.event,
    dispose: () => listening.dispose(),
  };
}
