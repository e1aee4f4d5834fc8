import { openPanel } from '../../scripts/panel/openPanel.mjs';
import { pictures } from '../../scripts/panel/pictures.mjs';
import { servePanel } from '../../scripts/panel/servePanel.mjs';
import { ensureChromium, launchBrowser } from '../../scripts/vscode-host/chromium.mjs';

/** The panel's page as a test drives it. */
export type OpenPanel = Awaited<ReturnType<typeof openPanel>>;
/** States that tests begin with. */
export type PanelStates = Awaited<ReturnType<typeof pictures>>;

export interface PanelSession {
  readonly states: PanelStates;
  /** Opens the page in a state, and waits until all of it is worked out. */
  readonly open: (name: keyof PanelStates, options?: Parameters<typeof openPanel>[2]) => Promise<OpenPanel>;
  readonly close: () => Promise<void>;
}

/** Starts the browser and a server for the built page. */
export async function openPanelSession(): Promise<PanelSession> {
  await ensureChromium(line => console.log(`    ${line}`));
  const [server, browser, states] = await Promise.all([servePanel(), launchBrowser(), pictures()]);
  return {
    states,
    open: async (name, options = {}) => {
      const state = states[name];
      if (state === undefined) throw new Error(`no state ${name}`);
      const panel = await openPanel(browser, server.url, { kept: state.kept, ...options });
      await panel.tell({ type: 'subject', subject: state.subject });
      await panel.page.waitForSelector('[data-testid="what-if"][aria-busy="false"]', { state: 'attached' });
      if (state.problem !== undefined) {
        await panel.tell({ type: 'problem', problem: state.problem });
        await panel.page.waitForSelector('[data-testid="problem"]');
      }
      return panel;
    },
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}
