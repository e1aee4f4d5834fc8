// Opens the panel's page in a browser and plays the extension's part: hands over messages, keeps what the page posts and stores.

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} url of servePanel
 * @param {{ theme?: import('./themes.mjs').ThemeName, width?: number, height?: number, kept?: unknown, language?: string, before?: () => void }} [options] `before`: runs in the page before all else
 */
export async function openPanel(browser, url, { theme = 'dark', width = 860, height = 900, kept, language = 'en', before } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  /** @type {string[]} */
  const complaints = [];
  page.on('console', message => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(String(error)));
  await page.addInitScript(initial => {
    const posted = /** @type {unknown[]} */ ([]);
    let state = initial;
    Object.assign(globalThis, {
      posted,
      keptState: () => state,
      acquireVsCodeApi: () => ({
        postMessage: (/** @type {unknown} */ message) => posted.push(structuredClone(message)),
        getState: () => state,
        setState: (/** @type {unknown} */ next) => {
          state = structuredClone(next);
        },
      }),
    });
  }, kept);
  if (before !== undefined) await page.addInitScript(before);
  await page.goto(`${url}?theme=${theme}&language=${language}`);
  return {
    page,
    complaints,
    /** A message of the extension. @param {unknown} message */
    tell: message => page.evaluate(value => window.postMessage(value, '*'), message),
    posted: () => page.evaluate(() => /** @type {any} */ (globalThis).posted),
    kept: () => page.evaluate(() => /** @type {any} */ (globalThis).keptState()),
    /** Waits until everything that is due has been painted. */
    settled: () =>
      page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))))),
    close: () => context.close(),
  };
}
