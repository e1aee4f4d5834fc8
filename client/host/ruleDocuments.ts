import * as vscode from 'vscode';
import { ruleScheme } from '../../core/protocol/lsp.ts';
import type { AskRuleDocument } from './languageClient/requests.ts';

/** Shows the documents that the codes of diagnostics link to. They are no files: in a browser and on a remote host they open all the same. */
export function showRuleDocuments(ask: AskRuleDocument): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(ruleScheme, {
    provideTextDocumentContent: async uri => {
      const name = uri.path.replace(/^\/|\.md$/g, '');
      return (await ask(name)) ?? vscode.l10n.t('Daemonscope has no rule named {0}.', name);
    },
  });
}
