import type { DocumentLink } from 'vscode-languageserver';
import { linksIn } from '../analysis/links/links.ts';
import { concernsUs } from '../analysis/report.ts';
import { analysisOf } from './analysisOf.ts';
import { shiftRange } from './convert.ts';
import { currentFile, type OpenFile } from './openFiles.ts';
import type { Session } from './session.ts';

/** Read at one go, which must not keep a completion waiting: of a longer file no links are looked for. */
const mostCharacters = 100_000;

/** The places of a file that lead to a page of the web. */
export function documentLinks(session: Session, file: OpenFile): DocumentLink[] {
  const parts = currentFile(file).parts.filter(({ chunk }) => concernsUs(chunk.text));
  if (parts.reduce((sum, { chunk }) => sum + chunk.text.length, 0) > mostCharacters) return [];
  const version = analysisOf(session, file).kubernetesVersion;
  return parts.flatMap(({ chunk }) =>
    linksIn(chunk.text, file.mode, version).map(link => ({ ...link, range: shiftRange(link.range, chunk.startLine) })),
  );
}
