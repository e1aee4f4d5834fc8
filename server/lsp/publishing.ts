import { CodeLensRefreshRequest } from 'vscode-languageserver';
import { type ManifestChangedParams, manifestChangedNotification } from '../../core/protocol/lsp.ts';
import { isComplete, lookFurther } from '../analysis/sourceFile.ts';
import { toDiagnostic } from './convert.ts';
import { daemonSetsOf, manifestOf } from './manifests.ts';
import { currentFile, type OpenFile } from './openFiles.ts';
import type { Session } from './session.ts';

/**
 * Characters that are read between two looks at the client's messages: some milliseconds of work, so that a completion never waits for the
 * diagnostics of a long file.
 */
const sliceBudget = 8_000;

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
  const { analysis } = session.settings;
  file.source = lookFurther(before, file.focusLine, sliceBudget, file.mode, analysis);
  publish(session, file);
  const complete = isComplete(file.source);
  file.unpublished = !complete;
  if (complete && daemonSetsOf(file.source).length > 0 && session.abilities.codeLensRefresh && !isComplete(before)) refreshLenses(session);
  return true;
}

function nextFile(session: Session): OpenFile | undefined {
  return [...session.files.values()].find(file => file.unpublished || file.version !== file.document.version);
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

function refreshLenses(session: Session): void {
  session.connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
}
