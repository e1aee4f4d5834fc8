import fs from 'node:fs';
import path from 'node:path';
import { bundleServer } from '../lsp/client.ts';
import { median, type Row, report, row } from './kit/measure.ts';
import { ourServer, p99, type Server, type Session, session } from './kit/typing.ts';
import { installYamlLanguageServer } from './kit/yamlLanguageServer.ts';

/**
 * What writing in a file of 10,000 lines feels like: a client over standard input and output, with the seeded mistakes of a moment's typing. The same is
 * done with Red Hat's YAML language server, if it can be had from the npm registry, and compared.
 */
async function measure(): Promise<readonly Row[]> {
  const bundle = await bundleServer();
  const ours = ourServer(bundle);
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

report(await measure());
