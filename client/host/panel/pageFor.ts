import * as vscode from 'vscode';
import type { Platform } from '../platform.ts';
import { panelPage } from './page.ts';

/** Where the panel's own files are; a webview may load nothing else. */
export function panelRoots(extension: vscode.Uri): readonly vscode.Uri[] {
  return [vscode.Uri.joinPath(extension, 'dist')];
}

/** The panel's page for one webview. */
export function pageFor(webview: vscode.Webview, extension: vscode.Uri, { newNonce, serveCluster }: Platform): string {
  const address = (file: string): string => webview.asWebviewUri(vscode.Uri.joinPath(extension, 'dist', file)).toString();
  return panelPage({
    nonce: newNonce(),
    cspSource: webview.cspSource,
    script: address('panel.js'),
    styles: address('panel.css'),
    worker: address('panel-worker.js'),
    canOpenTerminal: serveCluster !== null,
    language: vscode.env.language,
    title: vscode.l10n.t('Rollout'),
  });
}
