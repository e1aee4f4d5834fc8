import { type LspClient, startClient } from '../../lsp/client.ts';
import { longFile } from './longFile.ts';
import { processMemory } from './processMemory.ts';
import { mainThreadTime } from './threadTime.ts';

const edits = 60;

/** Ours, from a bundle. */
export function ourServer(bundle: string): Server {
  return {
    program: bundle,
    configuration: () => null,
    waitsForSettings: false,
    settles: version => (_, published) => published === version,
  };
}

/** What a moment's typing in a file was like: times in ms, memory in MB. */
export interface Session {
  readonly start: number;
  readonly firstDiagnostics: number;
  readonly completions: readonly number[];
  /** CPU time of these completions. */
  readonly cpu: readonly number[];
  readonly diagnostics: readonly number[];
  readonly memory: number;
}

/** A server of the language server protocol over standard input and output. */
export interface Server {
  readonly program: string;
  readonly configuration: (section: string) => unknown;
  readonly waitsForSettings: boolean;
  /** What is published once a version that is right again has been looked at. */
  readonly settles: (version: number) => Parameters<LspClient['diagnostics']>[1];
}

/** Starts the server, opens a file of so many DaemonSets, and types in it. */
export async function session(server: Server, documents: number): Promise<Session> {
  const begin = performance.now();
  const client = await startClient(server.program, { execArgv: ['--max-semi-space-size=4'], configuration: server.configuration });
  const start = performance.now() - begin;
  // Some servers ask for their settings only when they are told that there are some.
  if (server.waitsForSettings) await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  const uri = 'file:///bench/long.yaml';
  const { text, policies, limits } = longFile(documents);
  const opened = performance.now();
  await client.open(uri, text);
  await client.diagnostics(uri, list => list.some(one => /minReadySecond\b/.test(one.message)));
  const firstDiagnostics = performance.now() - opened;
  await client.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
  const typing = createTyping(client, uri, server.settles);
  await typing.completions(policies, 20);
  const measured = await typing.completions(policies, edits);
  const diagnostics = await typing.diagnostics(limits, edits);
  const memory = processMemory(client.process.pid, 'atMost');
  await client.stop();
  return { start, firstDiagnostics, completions: measured.map(one => one.elapsed), cpu: measured.map(one => one.cpu), diagnostics, memory };
}

interface Value {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** One completion, in ms. */
interface Measured {
  readonly elapsed: number;
  readonly cpu: number;
}

interface Typing {
  readonly completions: (values: readonly Value[], times: number) => Promise<readonly Measured[]>;
  readonly diagnostics: (values: readonly Value[], times: number) => Promise<readonly number[]>;
}

/** Types over values of the document, here and there, and puts them back. */
function createTyping(client: LspClient, uri: string, settles: Server['settles']): Typing {
  let version = 1;
  const pid = client.process.pid ?? 0;
  const replace = async ({ line, start, end }: Value, text: string, was = end - start): Promise<void> => {
    version++;
    await client.change(uri, version, { start: { line, character: start }, end: { line, character: start + was } }, text);
  };
  const pick = (values: readonly Value[], i: number): Value => values[(i * 37) % values.length] ?? { line: 0, start: 0, end: 0 };
  return {
    completions: async (values, times) => {
      const all: Measured[] = [];
      for (let i = 0; i < times; i++) {
        const value = pick(values, i);
        const cpu = mainThreadTime(pid);
        const begin = performance.now();
        await replace(value, 'If');
        await client.connection.sendRequest('textDocument/completion', {
          textDocument: { uri },
          position: { line: value.line, character: value.start + 2 },
        });
        all.push({ elapsed: performance.now() - begin, cpu: mainThreadTime(pid) - cpu });
        await replace(value, 'IfNotPresent', 2);
        const put = version;
        await client.diagnostics(uri, settles(put));
      }
      return all;
    },
    diagnostics: async (values, times) => {
      const all: number[] = [];
      for (let i = 0; i < times; i++) {
        const value = pick(values, i);
        const begin = performance.now();
        await replace(value, 'x');
        await client.diagnostics(uri, list => list.some(one => one.range.start.line === value.line));
        all.push(performance.now() - begin);
        await replace(value, '5', 1);
        const put = version;
        await client.diagnostics(uri, settles(put));
      }
      return all;
    },
  };
}

/** The value that one in a hundred exceeds. */
export function p99(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.99) - 1)] ?? Number.NaN;
}
