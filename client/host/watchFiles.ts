import * as vscode from 'vscode';

/** Some files that are looked at, in editors and on disk. */
export interface WatchedFiles extends vscode.Disposable {
  /** These from now on, and no others. */
  readonly watch: (files: readonly vscode.Uri[]) => void;
}

/** Calls `changed` whenever one of the files comes, goes, or holds another text: typed in an editor, or written by anyone. */
export function watchFiles(changed: () => void): WatchedFiles {
  const watched = new Map<string, vscode.Disposable>();
  const watch = (files: readonly vscode.Uri[]): void => {
    const wanted = new Map(files.map(file => [file.toString(), file]));
    for (const [key, watcher] of watched) {
      if (wanted.has(key)) continue;
      watcher.dispose();
      watched.delete(key);
    }
    for (const [key, file] of wanted) if (!watched.has(key)) watched.set(key, watchFile(file, changed));
  };
  return { watch, dispose: () => watch([]) };
}

function watchFile(file: vscode.Uri, changed: () => void): vscode.Disposable {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(vscode.Uri.joinPath(file, '..'), escapeGlob(name)));
  const isIt = (document: vscode.TextDocument): boolean => document.uri.toString() === file.toString();
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate(changed),
    watcher.onDidChange(changed),
    watcher.onDidDelete(changed),
    vscode.workspace.onDidChangeTextDocument(event => isIt(event.document) && changed()),
    vscode.workspace.onDidCloseTextDocument(document => isIt(document) && changed()),
  );
}

function escapeGlob(name: string): string {
  return name.replace(/[[\]{}*?!]/g, '[$&]');
}
