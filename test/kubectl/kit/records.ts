import { folderRecordings, jsonLines, packedRecordings, type Recordings } from '../../conformance/recordings.ts';
import type { Body } from './moments.ts';

const projectRoot = String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT ?? process.cwd());

/** One command as it was recorded against a real control plane. */
export interface CommandRecord {
  readonly seq: number;
  readonly id: string;
  readonly topic: string;
  readonly note?: string;
  readonly command: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly exitCode: number;
  readonly interrupted?: boolean;
  readonly signal?: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly requests: readonly RecordedRequest[];
}

export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly response?: unknown;
  /** Where a response is that is too large for the record. */
  readonly responseFile?: string;
}

/** Where recordings come from: the packed ones of the repository, or a folder of the same shape that DAEMONSCOPE_RECORDINGS names. */
export function kubectlRecordings(): Recordings {
  const folder = process.env.DAEMONSCOPE_RECORDINGS;
  return folder === undefined ? packedRecordings(`${projectRoot}/test/conformance/recordings`) : folderRecordings(folder);
}

/** The records of a file, in the order in which they were made. */
export function commandRecords(file: string): readonly CommandRecord[] {
  return jsonLines<CommandRecord>(kubectlRecordings().text(`kubectl/${file}`)).toSorted((a, b) => a.seq - b.seq);
}

/** All records, in their order. */
export function recordsIn(recordings: Recordings): readonly CommandRecord[] {
  const files = ['kubectl/tutorial.jsonl', 'kubectl/commands.jsonl'].filter(file => recordings.has(file));
  return files.flatMap(file => jsonLines<CommandRecord>(recordings.text(file))).toSorted((a, b) => a.seq - b.seq);
}

/** Everything that a record knows of its time: what the server said, and what it was told. */
export function textsOf(recordings: Recordings): (record: CommandRecord) => readonly Body[] {
  return ({ requests, stdout }) => [
    ...requests.flatMap(({ method, body, response, responseFile }): readonly Body[] => {
      const answer = response ?? (responseFile === undefined ? undefined : JSON.parse(recordings.text(`kubectl/${responseFile}`)).response);
      const restart = textOf(body).includes('restartedAt') ? [{ method, text: textOf(body) }] : [];
      return [...(answer === undefined ? [] : [{ method, text: textOf(answer) }]), ...restart];
    }),
    { method: 'GET', text: stdout },
  ];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

/** A body as the value that its JSON holds, or as the text that it is. */
export function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
