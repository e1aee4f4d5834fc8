import fs from 'node:fs';
import path from 'node:path';
import { ensureKubectl, kubectlPath } from '../../scripts/kubectl/ensureKubectl.mjs';
import { ensureChromium, launchBrowser } from '../../scripts/vscode-host/chromium.mjs';
import { packExtension } from '../../scripts/vscode-host/extension.mjs';
import { startServer } from '../../scripts/vscode-host/server.mjs';
import { ensureVSCode, installExtension } from '../../scripts/vscode-host/vscode.mjs';
import { openWorkbench } from '../../scripts/vscode-host/workbench.mjs';
import { copyExamples, tempDir } from '../../scripts/vscode-host/workspace.mjs';
import { type Window, windowOf } from '../kit/vscode/window.ts';

/** A real VS Code with the packed extension, in which each test opens a window of its own. */
export interface Session {
  /** Opens a window on a fresh copy of examples/, to which `prepare` may add files before it is committed. */
  readonly open: (options?: WindowOptions) => Promise<Window>;
  /** The VS Code server's process: everything it started is below. */
  readonly pid: number;
  readonly close: () => Promise<void>;
}

export interface WindowOptions {
  /** Files to lay into the workspace, by their path in it. */
  readonly files?: Readonly<Record<string, string>>;
  /** A workspace without a Git repository. */
  readonly git?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
}

const settings = {
  'git.enabled': true,
  'workbench.colorTheme': 'Dark Modern',
  'window.autoDetectColorScheme': false,
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'workbench.reduceMotion': 'on',
  // Words of the text are no help: what is offered is ours alone.
  'editor.wordBasedSuggestions': 'off',
  // What it shows can then be read from the page.
  'terminal.integrated.gpuAcceleration': 'off',
};

/** Starts it; `more` are user settings beside the quiet ones. */
export async function openSession(
  options: { readonly workspaceTrust?: boolean; readonly more?: Readonly<Record<string, unknown>> } = {},
): Promise<Session> {
  const log = (line: string): void => console.log(`    ${line}`);
  await ensureVSCode(log);
  await ensureChromium(log);
  await ensureKubectl(log);
  const home = tempDir('daemonscope-e2e-');
  const dirs = { userDataDir: path.join(home, 'data'), extensionsDir: path.join(home, 'extensions') };
  await installExtension(await packExtension(log), dirs);
  const trust = { workspaceTrust: options.workspaceTrust ?? false, connectionToken: options.workspaceTrust ?? false };
  const env = { PATH: `${path.dirname(kubectlPath('1.36'))}:${process.env.PATH ?? ''}` };
  const server = await startServer({ ...dirs, settings: { ...settings, ...options.more }, ...trust, graceSeconds: 1, env });
  const browser = await launchBrowser();

  const open = async ({ files = {}, git = true, viewport }: WindowOptions = {}): Promise<Window> => {
    const { folder } = copyExamples(fs.mkdtempSync(path.join(home, 'w-')), { files, git });
    const { page, context } = await openWorkbench(browser, server, { folder, ...(viewport === undefined ? {} : { viewport }) });
    page.setDefaultTimeout(30_000);
    await page.locator('.monaco-workbench .explorer-folders-view').waitFor();
    return windowOf(page, context, folder);
  };
  const close = async (): Promise<void> => {
    await browser.close();
    await server.stop();
    fs.rmSync(home, { recursive: true, force: true });
  };
  return { open, pid: server.pid, close };
}
