import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { eventually, until } from '../eventually.ts';
import type { Window } from './window.ts';

/** What a person does in a workbench: with the keyboard and the mouse, nothing else. */

/** Opens a file of the workspace by its path, through quick open. */
export async function openFile({ page }: Window, file: string): Promise<void> {
  await page.keyboard.press('Control+P');
  await quickInput(page).fill(file);
  // Files opened before are listed until the search is done: what counts is the row that Enter takes.
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: path.posix.basename(file) }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.tab.active', { hasText: path.posix.basename(file) }).waitFor();
  await editor(page).locator('.view-line').first().waitFor();
}

/** Runs a command by its title, through the palette. */
export async function runCommand({ page }: Window, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await quickInput(page).fill(`>${title}`);
  await quickRow(page, title).waitFor();
  await page.keyboard.press('Enter');
}

/** Chooses an item of the quick pick that is open, and the next step opens in the same widget: wait for what that one shows. */
export async function pickOn({ page }: Window, label: string): Promise<void> {
  await quickRow(page, label).click();
}

/** Chooses an item of the quick pick that is open, and waits until that is closed. */
export async function pick(window: Window, label: string): Promise<void> {
  await pickOn(window, label);
  await window.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** Replaces the first occurrence of a text in the active editor: find it, which selects it, and put the other text over it. */
export async function replaceText(window: Window, from: string, to: string): Promise<void> {
  const { page } = window;
  await focusEditor(window);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+F');
  const find = page.locator('.find-widget.visible .find-part .input').first();
  // Emptied first: the same text as last time would not be searched for again.
  await find.fill('');
  await find.fill(from);
  await page.locator('.find-widget.visible .matchesCount', { hasText: /^\d+ of \d+$/ }).waitFor();
  // Not with Escape: it would rather close a notification that has just come up.
  await page.locator('.find-widget.visible .codicon-widget-close').click();
  await page.locator('.monaco-editor.focused').first().waitFor();
  await overSelection(window, to);
}

/** Puts a text in the place of all that the active editor holds. */
export async function replaceAll(window: Window, text: string): Promise<void> {
  await focusEditor(window);
  await window.page.keyboard.press('Control+A');
  await overSelection(window, text);
}

/**
 * Pastes over what is selected: typing would open suggestions, and each key of it would be an edit. Waits until that is done: what comes after
 * may not meet half of it.
 */
async function overSelection({ page }: Window, text: string): Promise<void> {
  const selected = page.locator('.statusbar-item', { hasText: / selected\)/ });
  await selected.waitFor();
  if (text === '') await page.keyboard.press('Delete');
  else {
    await page.evaluate(copied => navigator.clipboard.writeText(copied), text);
    await page.keyboard.press('Control+V');
  }
  await selected.waitFor({ state: 'hidden' });
}

/** The labels that completion offers at the cursor. */
export async function suggestions({ page }: Window): Promise<readonly string[]> {
  const widget = page.locator('.suggest-widget.visible');
  await page.keyboard.press('Control+Space');
  await widget.locator('.monaco-list-row .label-name').first().waitFor();
  const labels = await widget.locator('.monaco-list-row .label-name').allTextContents();
  await page.keyboard.press('Escape');
  return labels;
}

/** Takes what completion offers at the cursor under a label. */
export async function acceptSuggestion({ page }: Window, label: string): Promise<void> {
  const row = page.locator('.suggest-widget.visible .monaco-list-row', { hasText: label }).first();
  await page.keyboard.press('Control+Space');
  await row.click();
  await page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' });
}

/** Gives the keyboard to the text editor, wherever it is: the panel may stand in the first group. */
export async function focusEditor({ page }: Window): Promise<void> {
  await editor(page).locator('.native-edit-context, textarea.inputarea').first().focus();
  await page.locator('.monaco-editor.focused').first().waitFor();
}

/** Undoes the last edit of the active editor. */
export async function undo(window: Window): Promise<void> {
  await focusEditor(window);
  await window.page.keyboard.press('Control+Z');
}

/** Messages of our problems, as the Problems view lists them. */
export async function problems(window: Window, condition: (found: readonly string[]) => boolean): Promise<readonly string[]> {
  const { page } = window;
  const view = page.locator('.markers-panel');
  if (!(await view.isVisible())) {
    await page.keyboard.press('Control+Shift+M');
    await view.waitFor();
  }
  const rows = view.locator('.monaco-list-row .marker-message-details-container');
  const found = await until('problems', () => rows.allTextContents(), condition);
  await page.keyboard.press('Control+J');
  await view.waitFor({ state: 'hidden' });
  return found;
}

/** Throws the changes of the active editor away and closes it. */
export async function revertAndClose(window: Window): Promise<void> {
  const tabs = window.page.locator('.tabs-container .tab');
  const before = await tabs.count();
  await focusEditor(window);
  await runCommand(window, 'View: Revert and Close Editor');
  await eventually('the tabs that are left', () => tabs.count(), before - 1);
}

/** The texts of all notifications that are shown. */
export function notifications({ page }: Window): Promise<string[]> {
  return page.locator('.notification-toast .notification-list-item-message').allTextContents();
}

/** What the active editor shows; its spaces are no-break ones. */
export async function textOf({ page }: Window): Promise<string> {
  return (await editor(page).locator('.view-lines').innerText()).replaceAll('\u00a0', ' ');
}

export function editor(page: Page): Locator {
  return page.locator('.editor-instance .monaco-editor').first();
}

function quickInput(page: Page): Locator {
  return page.locator('.quick-input-widget .quick-input-box input:visible').first();
}

function quickRow(page: Page, label: string): Locator {
  return page.locator('.quick-input-widget .quick-input-list .monaco-list-row', { hasText: label }).first();
}
