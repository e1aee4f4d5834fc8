import fs from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { root } from '../../../scripts/vscode-host/paths.mjs';

/** A window of a real VS Code, in a browser. */
export interface Window {
  readonly page: Page;
  /** The workspace on disk. */
  readonly folder: string;
  /** Takes a picture of the whole window into out/screenshots. */
  readonly screenshot: (name: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

const screenshots = path.join(root, 'out', 'screenshots');

export function windowOf(page: Page, context: BrowserContext, folder: string): Window {
  fs.mkdirSync(screenshots, { recursive: true });
  const screenshot = async (name: string): Promise<void> => {
    await page.screenshot({ path: path.join(screenshots, `${name}.png`) });
  };
  return { page, folder, screenshot, close: () => context.close() };
}

/** A test's `afterEach`: a failed test leaves a picture of what it saw. */
export function pictureOfFailure(window: () => Window): (this: Mocha.Context) => Promise<void> {
  return async function () {
    const test = this.currentTest;
    if (test?.state === 'failed') await window().screenshot(`failed-${test.title.replaceAll(/\W+/g, '-')}`);
  };
}
