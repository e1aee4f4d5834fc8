import type { Connection } from 'vscode-languageserver';
import type { Guard } from './guard.ts';
import type { ServerHost } from './host.ts';
import type { OpenFile } from './openFiles.ts';
import { defaultServerSettings, type ServerSettings } from './settings.ts';

/** What the client can do, as far as answers depend on it. */
export interface ClientAbilities {
  readonly configuration: boolean;
  readonly snippets: boolean;
  readonly codeLensRefresh: boolean;
  readonly hierarchicalSymbols: boolean;
}

/** Everything the server knows: one connection, its open files, its settings. */
export interface Session {
  readonly connection: Connection;
  readonly host: ServerHost;
  readonly guard: Guard;
  readonly files: Map<string, OpenFile>;
  followed: readonly { readonly uri: string; readonly index: number }[];
  settings: ServerSettings;
  abilities: ClientAbilities;
}

export function createSession(connection: Connection, host: ServerHost, guard: Guard): Session {
  return {
    connection,
    host,
    guard,
    files: new Map(),
    followed: [],
    settings: defaultServerSettings,
    abilities: { configuration: false, snippets: false, codeLensRefresh: false, hierarchicalSymbols: false },
  };
}
