import { type ManifestChangedParams, manifestChangedNotification } from '../../core/protocol/lsp.ts';
import { giveUp, isComplete, lookFurther, type SourceFile } from '../analysis/sourceFile.ts';
import { analysisOf } from './analysisOf.ts';
import { toDiagnostic } from './convert.ts';
import { manifestOf } from './manifests.ts';
import { currentFile, type OpenFile } from './openFiles.ts';
import type { Session } from './session.ts';

/**
 * Characters that are read between two looks at the client's messages: some milliseconds of work, so that a completion never waits for the
 * diagnostics of a long file.
 */
const sliceBudget = 1_000;

/** Looks at files in slices and publishes what it finds. */
export interface Publisher {
  /** A file was opened or edited, or has to be looked at anew. */
  readonly wake: () => void;
}

export function createPublisher(session: Session): Publisher {
  let scheduled = false;
  const wake = (): void => {
    if (scheduled) return;
    scheduled = true;
    session.host.defer(() => {
      scheduled = false;
      const more = session.guard('diagnostics', false, () => workSlice(session));
      if (more) wake();
    });
  };
  return { wake };
}

/** One slice of work on one file; whether there is more to do. */
function workSlice(session: Session): boolean {
  const file = nextFile(session);
  if (file === undefined) return false;
  // A file on which analysis fails must not be tried for ever.
  file.unpublished = false;
  const before = currentFile(file);
  const analysis = analysisOf(session, file);
  file.source = session.guard('analysis', giveUp(before), () => lookFurther(before, file.focusLine, sliceBudget, file.mode, analysis));
  const complete = isComplete(file.source);
  // Between the first slice and the last one only news is worth a message.
  if (complete || file.slices === 0 || problemCount(file.source) !== problemCount(before)) publish(session, file);
  file.slices = complete ? 0 : file.slices + 1;
  file.unpublished = !complete;
  if (complete) for (const go of file.waiting.splice(0)) go();
  return true;
}

function problemCount(source: SourceFile): number {
  return source.parts.reduce((sum, part) => sum + (part.report?.problems.length ?? 0), 0);
}

function nextFile(session: Session): OpenFile | undefined {
  return [...session.files.values()].find(file => file.unpublished || file.changes !== file.document.changes);
}

function publish(session: Session, file: OpenFile): void {
  const diagnostics = file.source.parts.flatMap(part =>
    (part.report?.problems ?? []).map(problem => toDiagnostic(problem, file.uri, part.chunk.startLine)),
  );
  void session.connection.sendDiagnostics({ uri: file.uri, version: file.version, diagnostics });
  for (const { uri, index } of session.followed) if (uri === file.uri) tellFollower(session, file, index);
}

/** While a file is still being looked at, an index may yet move: only what lies behind no unknown document is sure. */
function tellFollower(session: Session, file: OpenFile, index: number): void {
  if (!isComplete(file.source)) return;
  const change: ManifestChangedParams = { uri: file.uri, version: file.version, index, manifest: manifestOf(file.source, index) };
  void session.connection.sendNotification(manifestChangedNotification, change);
}
