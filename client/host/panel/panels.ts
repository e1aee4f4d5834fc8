import * as vscode from 'vscode';
import type { Platform } from '../platform.ts';
import type { Services } from '../rollout/services.ts';
import { sameTarget, type Target, targetOf } from '../rollout/target.ts';
import { pageFor, panelRoots } from './pageFor.ts';
import { createRolloutPanel, type RolloutPanel } from './rolloutPanel.ts';

/** The type under which VS Code knows our panels, and remembers them over a reload. */
export const panelType = 'daemonscope.rollout';

/** The open panels: at most one for each DaemonSet. */
export interface Panels extends vscode.Disposable {
  /** Shows the panel of a DaemonSet beside the editor, opening one when there is none; the keyboard stays where it is. */
  readonly open: (target: Target) => void;
}

export function createPanels(context: vscode.ExtensionContext, platform: Platform, services: Services): Panels {
  const open = new Set<RolloutPanel>();

  const fill = (webview: vscode.WebviewPanel, target: Target): void => {
    webview.webview.options = { enableScripts: true, localResourceRoots: panelRoots(context.extensionUri) };
    webview.iconPath = {
      light: vscode.Uri.joinPath(context.extensionUri, 'media', 'panel-light.svg'),
      dark: vscode.Uri.joinPath(context.extensionUri, 'media', 'panel-dark.svg'),
    };
    const panel = createRolloutPanel(services, webview, target);
    open.add(panel);
    webview.onDidDispose(() => open.delete(panel));
    webview.webview.html = pageFor(webview.webview, context.extensionUri, platform.newNonce());
  };

  const restoring = vscode.window.registerWebviewPanelSerializer(panelType, {
    deserializeWebviewPanel: async (webview, kept: unknown) => {
      const target = targetOf(kept);
      if (target === null) return webview.dispose();
      // The document counts as open for the server only when someone opened it; the tab that held it may be in the background.
      await vscode.workspace.openTextDocument(vscode.Uri.parse(target.uri)).then(undefined, () => undefined);
      fill(webview, target);
    },
  });

  return {
    open: target => {
      const shown = [...open].find(panel => sameTarget(panel.target(), target));
      if (shown !== undefined) return shown.webview.reveal(undefined, true);
      const where = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      fill(vscode.window.createWebviewPanel(panelType, vscode.l10n.t('Rollout'), where, { retainContextWhenHidden: true }), target);
    },
    dispose: () => {
      restoring.dispose();
      for (const panel of open) panel.webview.dispose();
    },
  };
}
