import * as vscode from 'vscode';
import type { Platform } from '../platform.ts';
import type { Services } from '../rollout/services.ts';
import { sameTarget, type Target, targetOf } from '../rollout/target.ts';
import { pageFor, panelRoots } from './pageFor.ts';
import { createRolloutPanel, type RolloutPanel } from './rolloutPanel.ts';

/** The type under which VS Code knows our panels, and remembers them over a reload. */
export const panelType = 'daemonscope.rollout';

/** The open panels: at most one for each DaemonSet, and at most one that is not pinned: that one goes along with the active editor. */
export interface Panels extends vscode.Disposable {
  /** Shows a DaemonSet's panel beside the editor: its own, else the one that is not pinned, else a new one. The keyboard stays where it is. */
  readonly open: (target: Target) => RolloutPanel;
  /** The panel of what is known to be a target, or not; null: none shows it. */
  readonly showing: (target: unknown) => RolloutPanel | null;
  /** The panel that was looked at last; null: none is open. */
  readonly latest: () => RolloutPanel | null;
  /** The panel that goes along with the active editor; null: there is none, or all are pinned. */
  readonly loose: () => RolloutPanel | null;
  /** Pins the active panel, or lets it loose; the one that was loose until then is pinned in its place. */
  readonly pinActive: (pinned: boolean) => void;
}

export function createPanels(context: vscode.ExtensionContext, platform: Platform, services: Services): Panels {
  const open = new Set<RolloutPanel>();
  let last: RolloutPanel | null = null;
  const latest = (): RolloutPanel | null => [...open].find(panel => panel.webview.active) ?? last ?? [...open].at(-1) ?? null;
  const loose = (): RolloutPanel | null => [...open].find(panel => !panel.isPinned()) ?? null;

  const fill = (webview: vscode.WebviewPanel, target: Target): RolloutPanel => {
    webview.webview.options = { enableScripts: true, localResourceRoots: panelRoots(context.extensionUri) };
    webview.iconPath = {
      light: vscode.Uri.joinPath(context.extensionUri, 'media', 'panel-light.svg'),
      dark: vscode.Uri.joinPath(context.extensionUri, 'media', 'panel-dark.svg'),
    };
    const panel = createRolloutPanel(services, webview, target);
    if (loose() !== null) panel.pin(true);
    open.add(panel);
    last = panel;
    webview.onDidDispose(() => {
      open.delete(panel);
      if (last === panel) last = null;
    });
    webview.onDidChangeViewState(() => {
      if (webview.active) last = panel;
      tellMenus(open);
    });
    webview.webview.html = pageFor(webview.webview, context.extensionUri, platform);
    return panel;
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
      const own = [...open].find(panel => sameTarget(panel.target(), target));
      const reused = own ?? loose();
      if (reused === null) {
        const where = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
        return fill(
          vscode.window.createWebviewPanel(panelType, vscode.l10n.t('Rollout'), where, { retainContextWhenHidden: true }),
          target,
        );
      }
      last = reused;
      if (own === undefined) reused.show(target);
      reused.webview.reveal(undefined, true);
      return reused;
    },
    showing: value => {
      const target = targetOf(value);
      return target === null ? null : ([...open].find(panel => sameTarget(panel.target(), target)) ?? null);
    },
    latest,
    loose,
    pinActive: pinned => {
      const active = [...open].find(panel => panel.webview.active);
      if (!pinned) loose()?.pin(true);
      active?.pin(pinned);
      tellMenus(open);
    },
    dispose: () => {
      restoring.dispose();
      for (const panel of open) panel.webview.dispose();
    },
  };
}

/** Tells the panel's title menu which of its two pins to show. */
function tellMenus(open: ReadonlySet<RolloutPanel>): void {
  const active = [...open].find(panel => panel.webview.active);
  if (active !== undefined) void vscode.commands.executeCommand('setContext', 'daemonscope.panelPinned', active.isPinned());
}
