import { CodeLensRefreshRequest, InlayHintRefreshRequest } from 'vscode-languageserver';
import type { Session } from './session.ts';

/** Has the editor ask for lenses and inlay hints again: something they depend on has changed beside the text. */
export function refreshEditor(session: Session): void {
  const { connection, abilities } = session;
  if (abilities.refreshesLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
  if (abilities.refreshesHints) connection.sendRequest(InlayHintRefreshRequest.type).catch(() => undefined);
}
