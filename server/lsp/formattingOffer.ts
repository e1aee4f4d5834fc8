import type { InitializeParams, ServerCapabilities } from 'vscode-languageserver';

/** How formatting is offered: for each file with a DaemonSet, for all files (to clients that cannot be told of single ones), or not at all. */
export type FormattingOffer = 'each file' | 'all files' | 'none';

/** Not at all where the client says that another formatter is there (`initializationOptions.formatting: false`). */
export function formattingOffer({ capabilities, initializationOptions }: InitializeParams): FormattingOffer {
  const options: unknown = initializationOptions;
  if (typeof options === 'object' && options !== null && 'formatting' in options && options.formatting === false) return 'none';
  return capabilities.textDocument?.formatting?.dynamicRegistration === true ? 'each file' : 'all files';
}

export function formattingCapabilities(offer: FormattingOffer): ServerCapabilities {
  return offer === 'all files' ? { documentFormattingProvider: true, documentRangeFormattingProvider: true } : {};
}
