import type { Resource } from '../resources/resource.ts';
import { daemonSetWriter } from './daemonSetWriter.ts';
import { eventWriter } from './eventWriter.ts';
import { keptWriter } from './keptWriter.ts';
import { nodeWriter } from './nodeWriter.ts';
import { podWriter } from './podWriter.ts';
import { refusingWriter } from './refusingWriter.ts';
import type { Writer } from './writer.ts';

/** Who writes objects of a resource. */
export function writerOf({ writing }: Resource): Writer {
  switch (writing) {
    case 'DaemonSet':
      return daemonSetWriter;
    case 'Node':
      return nodeWriter;
    case 'Pod':
      return podWriter;
    case 'kept':
      return keptWriter;
    case 'Event':
      return eventWriter;
    case 'controller':
    case 'idle':
      return refusingWriter;
  }
}
