import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import esbuild from 'esbuild';
import { createMessageConnection, type MessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';

const root = String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT);

export interface Diagnostic {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly severity: number;
  readonly code: string;
  readonly source: string;
  readonly message: string;
  readonly relatedInformation?: readonly { readonly message: string }[];
}

export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A language server as a child process, spoken to over its standard input and output as any editor would. */
export interface LspClient {
  readonly connection: MessageConnection;
  readonly process: ChildProcess;
  /** What the server has published for a document last; waits until `until` holds. */
  readonly diagnostics: (
    uri: string,
    until: (list: readonly Diagnostic[], version: number | undefined) => boolean,
  ) => Promise<readonly Diagnostic[]>;
  readonly notifications: (method: string, until: (params: unknown) => boolean) => Promise<unknown>;
  readonly open: (uri: string, text: string, languageId?: string) => Promise<void>;
  /** Replaces a range of the document (by its own positions). */
  readonly change: (
    uri: string,
    version: number,
    range: { readonly start: Position; readonly end: Position },
    text: string,
  ) => Promise<void>;
  readonly logs: string[];
  readonly stop: () => Promise<void>;
}

/** Bundles the server as the extension does, into a folder of its own; gives the bundle. */
export async function bundleServer(): Promise<string> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'daemonscope-lsp-'));
  const outfile = path.join(folder, 'server.cjs');
  await esbuild.build({
    entryPoints: [path.join(root, 'server', 'node', 'main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
  });
  return outfile;
}

export async function startClient(
  bundle: string,
  options: {
    readonly settings?: unknown;
    /** The settings by section, in their place. */
    readonly configuration?: (section: string) => unknown;
    readonly capabilities?: object;
    readonly execArgv?: readonly string[];
    readonly folder?: string;
    readonly locale?: string;
  } = {},
): Promise<LspClient> {
  const child = spawn(process.execPath, [...(options.execArgv ?? []), bundle, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const published = new Map<string, { list: readonly Diagnostic[]; version: number | undefined }>();
  const received: { method: string; params: unknown }[] = [];
  const watchers = new Set<() => void>();
  const logs: string[] = [];
  const tell = (): void => {
    for (const watcher of [...watchers]) watcher();
  };
  connection.onNotification('textDocument/publishDiagnostics', (params: { uri: string; version?: number; diagnostics: Diagnostic[] }) => {
    published.set(params.uri, { list: params.diagnostics, version: params.version });
    tell();
  });
  connection.onNotification('window/logMessage', (params: { message: string }) => {
    logs.push(params.message);
  });
  connection.onNotification((method: string, params: unknown) => {
    received.push({ method, params });
    tell();
  });
  connection.onRequest('workspace/configuration', (params: { items: { section?: string }[] }) =>
    params.items.map(({ section = '' }) => options.configuration?.(section) ?? options.settings ?? null),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const once = <T>(look: () => T | undefined): Promise<T> =>
    new Promise(resolve => {
      const watcher = (): void => {
        const found = look();
        if (found === undefined) return;
        watchers.delete(watcher);
        resolve(found);
      };
      watchers.add(watcher);
      watcher();
    });
  const capabilities = options.capabilities ?? {
    workspace: { configuration: true },
    textDocument: { completion: { completionItem: { snippetSupport: true } } },
  };
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: options.folder ?? null,
    capabilities,
    locale: options.locale,
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    process: child,
    logs,
    diagnostics: (uri, until) =>
      once(() => {
        const found = published.get(uri);
        return found !== undefined && until(found.list, found.version) ? found.list : undefined;
      }),
    notifications: (method, until) => once(() => received.find(one => one.method === method && until(one.params))?.params),
    open: (uri, text, languageId = 'yaml') =>
      connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }),
    change: (uri, version, range, text) =>
      connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range, text }] }),
    stop: async () => {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      connection.dispose();
    },
  };
}
