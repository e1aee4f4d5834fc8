import type { CodeLens } from 'vscode-languageserver';
import { shiftRange } from './convert.ts';
import { daemonSetsOf } from './manifests.ts';
import { currentFile, type OpenFile } from './openFiles.ts';
import type { Session } from './session.ts';

/** A lens above each DaemonSet that opens the panel on it. Only of documents already looked at: the client asks again when all are. */
export function codeLenses(session: Session, file: OpenFile): CodeLens[] {
  if (!session.settings.codeLens) return [];
  return daemonSetsOf(currentFile(file)).map(({ startLine, report }, index) => ({
    range: shiftRange(report.head, startLine),
    command: { title: 'Simulate Rollout', command: 'daemonscope.simulateRollout', arguments: [file.uri, index] },
  }));
}
