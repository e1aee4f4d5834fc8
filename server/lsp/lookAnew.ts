import { forgetReports } from '../analysis/sourceFile.ts';
import type { OpenFile } from './openFiles.ts';
import type { Publisher } from './publishing.ts';
import { refreshEditor } from './refreshEditor.ts';
import type { Session } from './session.ts';

/** Looks at files anew: something that judging them depends on has changed beside the text. */
export function lookAnew(session: Session, publisher: Publisher, files: Iterable<OpenFile>): void {
  for (const file of files) {
    file.source = forgetReports(file.source);
    file.unpublished = true;
  }
  publisher.wake();
  refreshEditor(session);
}
