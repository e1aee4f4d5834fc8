import fs from 'node:fs';
import path from 'node:path';
import { bundleServer, type LspClient, startClient } from '../lsp/client.ts';
import { longFile } from './kit/longFile.ts';
import { median, type Row, report, row } from './kit/measure.ts';
import { mainThreadTime } from './kit/threadTime.ts';
import { installYamlLanguageServer } from './kit/yamlLanguageServer.ts';

/**
 * What writing in a file of 10,000 lines feels like: a client over standard input and output, with the seeded mistakes of a moment's typing. The same is
 * done with Red Hat's YAML language server, if it can be had from the npm registry, and compared.
 */
const edits = 60;

async function measure(): Promise<readonly Row[]> {
  const bundle = await bundleServer();
  const ours: Server = {
    program: bundle,
    configuration: () => null,
    waitsForSettings: false,
    settles: version => (_, published) => published === version,
  };
  const long = await session(ours, 161);
  const short = await session(ours, 1);
  fs.rmSync(path.dirname(bundle), { recursive: true });
  return [
    row('start of the server', long.start, 'ms', 400),
    row('first diagnostics, 10,000 lines', long.firstDiagnostics, 'ms', 300),
    row('completion after an edit, 10,000 lines, p50', median(long.completions), 'ms', 5),
    row('… p99', p99(long.completions), 'ms', 20),
    row('edit → diagnostics, 10,000 lines, p50', median(long.diagnostics), 'ms', 50),
    row('… p99', p99(long.diagnostics), 'ms', 50),
    row('completion after an edit, 60 lines, p99', p99(short.completions), 'ms', 5),
    ...cpuRows('… CPU time of the server’s main thread, 60 lines', short.cpu),
    ...cpuRows('… CPU time of the server’s main thread, 10,000 lines', long.cpu, 20),
    row('memory of the server at its largest', long.memory, 'MB', 120),
    ...(await besideYamlLanguageServer(long, short)),
  ];
}

/** How many times as much the other server needs, and what that is. */
async function besideYamlLanguageServer(long: Session, short: Session): Promise<readonly Row[]> {
  const other = installYamlLanguageServer();
  if (other === null) {
    console.error('yaml-language-server could not be installed from the npm registry: only our own figures are shown.');
    return [];
  }
  try {
    const server: Server = { ...other, waitsForSettings: true, settles: () => list => list.length <= 1 };
    const theirLong = await session(server, 161);
    const theirShort = await session(server, 1);
    const times = (what: string, theirs: number, own: number, unit: string, least: number): Row =>
      row(
        `yaml-language-server ${other.version}, ${what}: ${theirs.toFixed(theirs < 10 ? 1 : 0)} ${unit}`,
        theirs / own,
        '× ours',
        least,
        false,
      );
    return [
      times('completion after an edit, p50', median(theirLong.completions), median(long.completions), 'ms', 10),
      times('… p99', p99(theirLong.completions), p99(long.completions), 'ms', 10),
      times('edit → diagnostics, p50', median(theirLong.diagnostics), median(long.diagnostics), 'ms', 8),
      times('first diagnostics', theirLong.firstDiagnostics, long.firstDiagnostics, 'ms', 3),
      times('memory', theirLong.memory, long.memory, 'MB', 2),
      times('60 lines, completion after an edit, p99', p99(theirShort.completions), p99(short.completions), 'ms', 1),
    ];
  } finally {
    other.remove();
  }
}

/** What the server itself needs for a completion: on a busy machine the rest of a measured time is waiting for a processor. */
function cpuRows(work: string, times: readonly number[], limit = 5): readonly Row[] {
  return times.some(Number.isNaN) ? [] : [row(`${work}, p50`, median(times), 'ms', 5), row('… p99', p99(times), 'ms', limit)];
}

interface Session {
  readonly start: number;
  readonly firstDiagnostics: number;
  readonly completions: readonly number[];
  /** CPU time of these completions. */
  readonly cpu: readonly number[];
  readonly diagnostics: readonly number[];
  readonly memory: number;
}

interface Server {
  readonly program: string;
  readonly configuration: (section: string) => unknown;
  readonly waitsForSettings: boolean;
  /** What is published once a version that is right again has been looked at. */
  readonly settles: (version: number) => Parameters<LspClient['diagnostics']>[1];
}

async function session(server: Server, documents: number): Promise<Session> {
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
  const memory = peakMemory(client.process.pid ?? 0);
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

function p99(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.99) - 1)] ?? Number.NaN;
}

/** The most memory the process has had, in MB; NaN where the system does not tell. */
function peakMemory(pid: number): number {
  const status = `/proc/${pid}/status`;
  if (!fs.existsSync(status)) return Number.NaN;
  return Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync(status, 'utf8'))?.[1]) / 1024;
}

report(await measure());
