import { type LspClient, startClient } from '../../lsp/client.ts';
import { longFile } from './longFile.ts';
import { median, type Row, row } from './measure.ts';
import { processMemory } from './processMemory.ts';

/** How many edits an hour of writing has, and after how many the server should have all it will ever need. */
const wholeHour = 20_000;
const firstMinutes = 1_000;
/** Memory is looked at so many times before each of the two, so many edits apart: it goes up and down with garbage. */
const looks = 20;
const lookEvery = 25;

/** The memory of a server, started plainly as any editor would, over an hour of writing in a file of 10,000 lines. */
export async function memoryOfManyEdits(bundle: string): Promise<readonly Row[]> {
  const client = await startClient(bundle);
  const uri = 'file:///bench/long.yaml';
  const file = longFile(161);
  await client.open(uri, file.text);
  await client.diagnostics(uri, list => list.some(one => one.code === 'unknown-field'));
  const seen: { readonly edit: number; readonly memory: number }[] = [];
  const write = createWriter(client, uri, [...file.policies, ...file.limits]);
  for (let edit = 1; edit <= wholeHour; edit++) {
    await write(edit);
    if (edit % lookEvery === 0) seen.push({ edit, memory: processMemory(client.process.pid, 'now') });
  }
  const peak = processMemory(client.process.pid, 'atMost');
  await client.stop();
  const around = (edit: number): number =>
    median(seen.filter(one => one.edit <= edit && one.edit > edit - looks * lookEvery).map(one => one.memory));
  return [
    row('memory of the server after 1,000 edits, 10,000 lines', around(firstMinutes), 'MB', 120),
    row('… after 20,000 edits', around(wholeHour), 'MB', 120),
    // Hot code is compiled anew for some thousand edits more: 1 MB of what is kept, and what V8 needs for it. Of documents nothing is.
    row('… grown since the first thousand', around(wholeHour) - around(firstMinutes), 'MB', 8),
    row('… grown in the second half', around(wholeHour) - around(wholeHour / 2), 'MB', 2),
    row('… at its largest', peak, 'MB', 120),
  ];
}

interface Place {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** Writes as one does: over a value letter by letter, with a completion now and then, a mistake, back to what it was, a line more and a line less. */
function createWriter(client: LspClient, uri: string, places: readonly Place[]): (edit: number) => Promise<void> {
  let version = 1;
  const change = async (line: number, from: number, to: number, text: string, lines = 0): Promise<void> => {
    version++;
    await client.change(uri, version, { start: { line, character: from }, end: { line: line + lines, character: to } }, text);
    const told = version;
    await client.diagnostics(uri, (_, published) => published === told);
  };
  let place: Place = { line: 0, start: 0, end: 0 };
  const steps: readonly (() => Promise<unknown>)[] = [
    () => change(place.line, place.start, place.end, 'x'),
    () => change(place.line, place.start + 1, place.start + 1, 'y'),
    () => change(place.line, place.start + 2, place.start + 2, '\n# a line more\n'),
    () => change(place.line, place.start + 2, 0, '', 2),
    () => change(place.line, place.start, place.start + 2, original(place)),
  ];
  return async edit => {
    const step = (edit - 1) % steps.length;
    if (step === 0) place = places[(Math.floor(edit / steps.length) * 37) % places.length] ?? place;
    await steps[step]?.();
    if (step !== 1) return;
    const position = { line: place.line, character: place.start + 2 };
    await client.connection.sendRequest('textDocument/completion', { textDocument: { uri }, position });
    await client.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position });
  };
}

/** The two kinds of places differ in length. */
function original({ start, end }: Place): string {
  return end - start === 1 ? '5' : 'IfNotPresent';
}
