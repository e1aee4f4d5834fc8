/** Languages whose documents can hold a manifest. */
export const manifestLanguages = ['yaml', 'json', 'jsonc', 'helm'] as const;

/** Whether a document of this language can hold a manifest. */
export function canHoldManifest(languageId: string): boolean {
  return (manifestLanguages as readonly string[]).includes(languageId);
}

/** Whether the text of a document could hold a DaemonSet, or a scenario: what is looked at before a server runs, so it must be cheap and never wrongly say no. */
export function mentionsDaemonSet(text: string): boolean {
  return text.includes('DaemonSet') || text.includes('daemonscope.dev/');
}
