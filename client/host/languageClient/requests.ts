import {
  type LinesResult,
  linesRequest,
  type ManifestParams,
  type ManifestResult,
  manifestRequest,
  type ParseResult,
  parseRequest,
  type RuleDocumentResult,
  ruleDocumentRequest,
  type SetFieldParams,
  type SetFieldResult,
  setFieldRequest,
} from '../../../core/protocol/lsp.ts';
import type { LanguageServer } from './languageServer.ts';

/** The objects of a YAML or JSON text. Fails when no server answers. */
export type Parse = (text: string) => Promise<ParseResult>;

/** Which DaemonSet is meant, and what it is now. null: the document has none, or no server answers. */
export type AskManifest = (params: ManifestParams) => Promise<ManifestResult | null>;

/** The edits that set a field. null: it cannot be done, or no server answers. */
export type AskEdits = (params: SetFieldParams) => Promise<SetFieldResult | null>;

export function parser(server: LanguageServer): Parse {
  return async text => {
    const client = await server.ready('a text to be read');
    if (client === null) throw new Error('The language server does not run.');
    return client.sendRequest<ParseResult>(parseRequest, { text });
  };
}

export function manifestAsker(server: LanguageServer): AskManifest {
  return async params => {
    const client = await server.ready('a DaemonSet to be simulated');
    return client === null ? null : client.sendRequest<ManifestResult | null>(manifestRequest, params);
  };
}

/** On which line each key and list item of a text stands; empty: no server answers. */
export type AskLines = (text: string) => Promise<LinesResult>;

export function linesAsker(server: LanguageServer): AskLines {
  return async text => {
    const client = await server.ready('lines of a text');
    return client === null ? {} : client.sendRequest<LinesResult>(linesRequest, { text });
  };
}

export function editAsker(server: LanguageServer): AskEdits {
  return async params => {
    const client = await server.ready('a field to be set');
    return client === null ? null : client.sendRequest<SetFieldResult | null>(setFieldRequest, params);
  };
}

/** A rule's document as Markdown. null: there is no such rule, or no server answers. */
export type AskRuleDocument = (name: string) => Promise<RuleDocumentResult>;

export function ruleDocumentAsker(server: LanguageServer): AskRuleDocument {
  return async name => {
    const client = await server.ready("a rule's document");
    return client === null ? null : client.sendRequest<RuleDocumentResult>(ruleDocumentRequest, { name });
  };
}
