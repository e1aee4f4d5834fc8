import type { CodeLens } from 'vscode-languageserver';
import { shiftRange } from './convert.ts';
import { daemonSetsOf } from './manifests.ts';
import { type OpenFile, wholeFile } from './openFiles.ts';
import type { Session } from './session.ts';

/** A lens above each DaemonSet that opens the panel on it.  */
export async function codeLenses(session: Session, file: OpenFile): Promise<CodeLens[]> {
  if (!session.settings.codeLens) return [];
  return daemonSetsOf(await wholeFile(file)).map(({ startLine, report }, index) => ({
    range: shiftRange(report.head, startLine),
    command: { title: 'Simulate Rollout', command: 'daemonscope.simulateRollout', arguments: [file.uri, index] },
  }));
}
