import type { Locator } from 'playwright-core';
import { until } from '../eventually.ts';
import type { Window } from './window.ts';

/** The terminal that is in front, as a person uses it. */
export function terminalOf({ page }: Window): Locator {
  return page.locator('.terminal-wrapper.active');
}

/** Types a line into it. */
export async function typeLine(window: Window, line: string): Promise<void> {
  await terminalOf(window).locator('.xterm-helper-textarea').focus();
  await window.page.keyboard.type(`${line}\n`);
}

/** What it shows, once that is as wanted. */
export function terminalText(window: Window, condition: (text: string) => boolean): Promise<string> {
  return until('the terminal', async () => (await terminalOf(window).locator('.xterm-rows').innerText()).replaceAll(' ', ' '), condition);
}
