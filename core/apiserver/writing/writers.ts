import type { Resource } from '../resources/resource.ts';
import { daemonSetWriter } from './daemonSetWriter.ts';
import { keptWriter } from './keptWriter.ts';
import { nodeWriter } from './nodeWriter.ts';
import { podWriter } from './podWriter.ts';
import type { Writer } from './writer.ts';

/** Who writes objects of a resource; null: clients may not. */
export function writerOf({ writing }: Resource): Writer | null {
  switch (writing) {
    case 'DaemonSet':
      return daemonSetWriter;
    case 'Node':
      return nodeWriter;
    case 'Pod':
      return podWriter;
    case 'kept':
      return keptWriter;
    case 'never':
      return null;
  }
}
