import * as vscode from 'vscode';

/** A list to pick from, with the present choice marked. null: the person changed nothing. `again`: the present choice may be taken once more, to say it more precisely. */
export async function pickOne<Value extends string>(
  title: string,
  choices: readonly { readonly label: string; readonly detail?: string; readonly description?: string; readonly value: Value }[],
  present: string,
  again = false,
): Promise<Value | null> {
  const items = choices.map(choice => ({ ...choice, label: choice.value === present ? `$(check) ${choice.label}` : choice.label }));
  const chosen = await vscode.window.showQuickPick(items, { title, matchOnDetail: true, matchOnDescription: true });
  return chosen === undefined || (chosen.value === present && !again) ? null : chosen.value;
}
