import { jsonLines, packedRecordings } from '../../conformance/recordings.ts';

const projectRoot = String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT ?? process.cwd());

/** One command as it was recorded against a real control plane. */
export interface CommandRecord {
  readonly seq: number;
  readonly id: string;
  readonly topic: string;
  readonly command: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly exitCode: number;
  readonly interrupted?: boolean;
  readonly signal?: string;
  readonly stdout: string;
  readonly stderr: string;
}

/** The records of a file, in the order in which they were made; watching ones, which were interrupted, apart. */
export function commandRecords(file: string): readonly CommandRecord[] {
  const recordings = packedRecordings(`${projectRoot}/test/conformance/recordings`);
  return jsonLines<CommandRecord>(recordings.text(`kubectl/${file}`)).toSorted((a, b) => a.seq - b.seq);
}
