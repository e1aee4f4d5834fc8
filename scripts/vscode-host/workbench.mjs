// A page on the workbench, as tests use it: nothing but the given server is reachable from it.

/**
 * @typedef {object} PageOptions
 * @property {string} [folder] the workspace
 * @property {string} [file] a file to open at once
 * @property {[string, string][]} [payload] what the workbench takes from its URL beside: extensionTestsPath, …
 * @property {(type: string, args: unknown[]) => void} [onLog] the console of the workbench and its extension hosts (test driver only)
 * @property {{ width: number, height: number }} [viewport]
 */

/**
 * @param {import('playwright-core').Browser} browser
 * @param {import('./server.mjs').VSCodeServer} server
 * @param {PageOptions} options
 */
export async function openWorkbench(browser, server, { folder, file, payload = [], onLog, viewport = { width: 1280, height: 800 } }) {
  const context = await browser.newContext({ viewport, locale: 'en-US', deviceScaleFactor: 1, reducedMotion: 'reduce' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url.slice(0, -1) });
  await context.route(
    url => url.hostname !== '127.0.0.1',
    route => route.abort(),
  );
  const page = await context.newPage();
  /** @type {(code: number) => void} */
  let exit = () => {};
  /** @type {Promise<number>} */
  const exited = new Promise(resolve => {
    exit = resolve;
  });
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown[]} */ args) => onLog?.(type, args));
  await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => exit(code));
  const opened = file === undefined ? payload : [...payload, /** @type {[string, string]} */ (['openFile', remoteUri(server, file)])];
  await page.goto(workbenchUrl(server, folder, opened));
  return { page, context, exited };
}

/**
 * The URL that a person opens: the token in it is good for this server alone.
 * @param {import('./server.mjs').VSCodeServer} server
 * @param {string | undefined} folder
 * @param {[string, string][]} payload
 */
export function workbenchUrl(server, folder, payload = []) {
  const query = new URLSearchParams();
  if (server.token !== null) query.set('tkn', server.token);
  if (folder === undefined) query.set('ew', 'true');
  else query.set('folder', folder);
  if (payload.length > 0) query.set('payload', JSON.stringify([['skipWelcome', 'true'], ['skipReleaseNotes', 'true'], ...payload]));
  return `${server.url}?${query}`;
}

/**
 * @param {import('./server.mjs').VSCodeServer} server
 * @param {string} file
 */
export const remoteUri = (server, file) => `vscode-remote://127.0.0.1:${server.port}${encodeURI(file)}`;
