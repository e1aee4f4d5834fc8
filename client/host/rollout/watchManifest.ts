import * as vscode from 'vscode';
import type { ManifestChangedParams, ManifestResult } from '../../../core/protocol/lsp.ts';
import { fileExists } from '../fileExists.ts';
import { guarded } from '../guard.ts';
import { latest } from './latest.ts';
import type { Services } from './services.ts';
import type { Manifest } from './situation.ts';
import { type Identity, placeAfterEdit, sameIdentity, type Target } from './target.ts';

/** Tells where the DaemonSet of a panel is, and what it is, after every change; `target` is another one when documents moved around it, or its file did. */
export type OnManifest = (target: Target, manifest: Manifest) => void;

/** Follows one DaemonSet through edits, renames of its file, closing and opening, and restarts of the server. */
export function watchManifest(services: Services, first: Target, tell: OnManifest): vscode.Disposable {
  const asking = latest();
  let target = first;
  let shown: Identity | null = null;
  let version = -1;
  let follow = services.followed.follow(target);

  const retarget = (next: Target): void => {
    follow.dispose();
    target = next;
    version = -1;
    follow = services.followed.follow(target);
  };

  const take = (change: ManifestChangedParams): void => {
    if (change.manifest === null || change.version < version) return;
    shown = { namespace: change.manifest.namespace, name: change.manifest.name };
    version = change.version;
    tell(target, { kind: 'there', version, info: change.manifest });
  };

  const gone = (): void => {
    version = -1;
    void asking.run(
      () => whyGone(target.uri, shown, services),
      message => tell(target, { kind: 'gone', message }),
    );
  };

  /** Asks where the DaemonSet is now: at the start, and whenever another one, or none, stands in its place. */
  const ask = guarded(services.output, 'asking for the DaemonSet', () =>
    asking.run(() => services.askManifest({ uri: target.uri, which: { index: target.index } }), answer),
  );

  const answer = (result: ManifestResult | null): void => {
    if (result === null) {
      gone();
      return;
    }
    const place = shown === null ? result.manifest.index : placeAfterEdit(result.all, shown, result.manifest.index);
    if (place !== target.index) retarget({ uri: target.uri, index: place });
    if (place !== result.manifest.index) void ask();
    else take({ uri: target.uri, index: place, version: result.version, manifest: result.manifest });
  };

  const onChange = (change: ManifestChangedParams): void => {
    if (change.uri !== target.uri || change.index !== target.index) return;
    const moved = change.manifest === null || (shown !== null && !sameIdentity(change.manifest, shown));
    if (moved) void ask();
    else take(change);
  };

  const listening = vscode.Disposable.from(
    services.server.onManifestChanged(onChange),
    services.server.onDidChangeState(state => {
      if (state === 'running') void ask();
    }),
    vscode.workspace.onDidOpenTextDocument(document => {
      if (document.uri.toString() === target.uri) void ask();
    }),
    vscode.workspace.onDidCloseTextDocument(document => {
      if (document.uri.toString() === target.uri) gone();
    }),
    vscode.workspace.onDidRenameFiles(event => {
      for (const { oldUri, newUri } of event.files) {
        if (oldUri.toString() !== target.uri) continue;
        retarget({ uri: newUri.toString(), index: target.index });
        void ask();
      }
    }),
  );
  void ask();
  return new vscode.Disposable(() => {
    asking.close();
    follow.dispose();
    listening.dispose();
  });
}

async function whyGone(uri: string, shown: Identity | null, services: Services): Promise<string> {
  const file = vscode.workspace.asRelativePath(vscode.Uri.parse(uri), false);
  if (services.server.state() === 'failed') return vscode.l10n.t('The language server does not run, so the panel cannot follow {0}.', file);
  const isOpen = vscode.workspace.textDocuments.some(document => document.uri.toString() === uri);
  if (!isOpen && !(await fileExists(vscode.Uri.parse(uri)))) return vscode.l10n.t('{0} is no longer there.', file);
  if (!isOpen) return vscode.l10n.t('{0} is closed. Open it to go on.', file);
  return shown === null ? vscode.l10n.t('{0} holds no DaemonSet.', file) : vscode.l10n.t('{0} is no longer in {1}.', shown.name, file);
}
