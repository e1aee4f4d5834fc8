import type * as vscode from 'vscode';
import type { BaseLanguageClient, CompletionItem, CompletionList } from 'vscode-languageclient';

/** One completion, asked of the server directly. */
export async function complete(
  client: BaseLanguageClient,
  document: vscode.TextDocument,
  position: vscode.Position,
  context: vscode.CompletionContext,
  token: vscode.CancellationToken,
): Promise<vscode.CompletionItem[] | vscode.CompletionList | undefined> {
  const params = client.code2ProtocolConverter.asCompletionParams(document, position, context);
  const answer = await client.sendRequest<CompletionItem[] | CompletionList | null>('textDocument/completion', params, token);
  return client.protocol2CodeConverter.asCompletionResult(answer, undefined, token);
}
