import { html, type TemplateResult } from 'lit';
import type { Dispatch, Message } from '../state/message.ts';
import { words } from '../words/words.ts';
import { menuView } from './actionMenu.ts';
import { icon } from './icon.ts';

/** What is shown as a file, and files to be shown. */
export function exportMenuView(dispatch: Dispatch): TemplateResult {
  const { exports } = words;
  return menuView('export', words.exportAs, 'export', [
    entry('export-png', 'file-media', exports.png, { type: 'export', as: 'png' }, dispatch),
    entry('export-svg', 'file-media', exports.svg, { type: 'export', as: 'svg' }, dispatch),
    entry('export-report', 'markdown', exports.report, { type: 'export', as: 'report' }, dispatch),
    entry(
      'open-scenario',
      'folder-opened',
      exports.openScenario,
      { type: 'toHost', message: { type: 'command', command: 'openScenario' } },
      dispatch,
    ),
  ]);
}

function entry(id: string, symbol: string, label: string, message: Message, dispatch: Dispatch): TemplateResult {
  return html`<button class="action" data-testid=${id} @click=${(): void => dispatch(message)}>${icon(symbol)} ${label}</button>`;
}
