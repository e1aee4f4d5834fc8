import fs from 'node:fs';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { ServerHost } from '../lsp/host.ts';
import { startServer } from '../lsp/server.ts';
import { keepHeapSmall } from './heap.ts';
import { pathOf } from './pathOf.ts';
import { workspaceFiles } from './workspaceFiles.ts';

/** A message takes three turns of the event loop to be read, queued and answered. */
const turnsForMessages = 3;

/** The language server as a Node process: over IPC when VS Code starts it, over standard input and output with `--stdio`. */
const host: ServerHost = {
  defer: work => afterTurns(turnsForMessages, work),
  fileExists,
  readText,
  workspaceFiles,
};

keepHeapSmall();
startServer(createConnection(ProposedFeatures.all), host);

function afterTurns(turns: number, work: () => void): void {
  setImmediate(() => (turns > 1 ? afterTurns(turns - 1, work) : work()));
}

function readText(uri: string): string | null {
  const file = pathOf(uri);
  try {
    return file === null ? null : fs.readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** A URI that stands for no path of this machine names no file. */
function fileExists(uri: string): boolean {
  const file = pathOf(uri);
  return file !== null && fs.existsSync(file);
}
