import type { FrameLocator, Locator } from 'playwright-core';
import { until } from '../eventually.ts';
import type { Window } from './window.ts';

/** The panel of the window's second group, as a person reads it. */
export function panelOf({ page }: Window): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
}

export function part(window: Window, testId: string): Locator {
  return panelOf(window).locator(`[data-testid="${testId}"]`);
}

/** The trace hash of the picture: it changes when the picture does. */
export async function hash(window: Window): Promise<string> {
  return (await part(window, 'picture').getAttribute('data-hash')) ?? '';
}

/** Does something that must change the picture, and waits for the new one. */
export async function changing(window: Window, act: () => Promise<void>): Promise<void> {
  const before = await hash(window);
  await act();
  await until(
    'a new picture',
    () => hash(window),
    now => now !== '' && now !== before,
  );
}

/** Moves the playhead to the start or the end of the timeline. */
export async function goTo(window: Window, key: 'Home' | 'End'): Promise<void> {
  await part(window, 'name').click();
  await window.page.keyboard.press(key);
}

/** A row of a kubectl table, by its column titles. */
export type Row = Readonly<Record<string, string>>;

/** The table of a tab at the playhead. */
export async function table(window: Window, tab: string): Promise<readonly Row[]> {
  await part(window, `tab-${tab}`).click();
  // Empty until the text of the chosen tab has come from the worker.
  return rowsOf(
    await until(
      `the text of ${tab}`,
      () => part(window, 'text').innerText(),
      text => text.trim() !== '',
    ),
  );
}

/** Reads what kubectl prints: columns begin where their titles do. */
export function rowsOf(text: string): readonly Row[] {
  const [head = '', ...lines] = text.split('\n').filter(line => line.trim() !== '');
  const titles = [...head.matchAll(/\S+(?: \S+)*/g)].map(match => ({ title: match[0], start: match.index }));
  return lines.map(line =>
    Object.fromEntries(titles.map(({ title, start }, i) => [title, line.slice(start, titles[i + 1]?.start).trim()])),
  );
}

/** `NAME DESIRED CURRENT READY UP-TO-DATE AVAILABLE` of the DaemonSet's own row. */
export async function countsOf(window: Window, name: string): Promise<string> {
  const row = (await table(window, 'daemonsets')).find(one => one.NAME === name);
  return row === undefined ? 'no such row' : ['DESIRED', 'CURRENT', 'READY', 'UP-TO-DATE', 'AVAILABLE'].map(title => row[title]).join(' ');
}

/** The state of each node at the playhead, by name. */
export async function nodeStates(window: Window): Promise<Readonly<Record<string, string>>> {
  const rows = await part(window, 'node-row').evaluateAll(elements =>
    elements.map(one => [one.getAttribute('data-node'), one.getAttribute('data-state')]),
  );
  return Object.fromEntries(rows);
}

/** Selects a node, and waits until its details are shown. */
export async function selectNode(window: Window, node: string): Promise<void> {
  await panelOf(window).locator(`[data-testid="node-row"][data-node="${node}"]`).click();
  await panelOf(window).locator(`[data-testid="details"][data-node="${node}"]`).waitFor();
}

/** Selects a node and does something to it at the playhead. */
export async function actOn(window: Window, node: string, action: string): Promise<void> {
  await selectNode(window, node);
  await changing(window, () => part(window, `action-${action}`).click());
}
