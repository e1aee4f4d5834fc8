/** Puts a sentence into the language of the editor: `vscode.l10n.t`, handed in where code must run without VS Code. `{0}` stands for the first argument. */
export type Say = (message: string, ...args: readonly (string | number)[]) => string;
