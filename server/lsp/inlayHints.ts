import type { InlayHint, Range } from 'vscode-languageserver';
import { inlayHintsOf } from '../analysis/inlayHints/inlayHints.ts';
import { analysisOf } from './analysisOf.ts';
import { shiftPosition } from './convert.ts';
import { folderSettingsOf } from './folderSettings.ts';
import { daemonSetsOf } from './manifests.ts';
import { type OpenFile, wholeFile } from './openFiles.ts';
import type { Session } from './session.ts';

/** The inlay hints of the part of a file that is on screen. */
export async function inlayHints(session: Session, file: OpenFile, visible: Range): Promise<InlayHint[]> {
  if (!(folderSettingsOf(session, file.uri).inlayHints ?? session.settings.inlayHints)) return [];
  const { nodes } = analysisOf(session, file).around;
  return daemonSetsOf(await wholeFile(file))
    .filter(
      ({ startLine, report }) =>
        startLine + report.range.start.line <= visible.end.line && startLine + report.range.end.line >= visible.start.line,
    )
    .flatMap(({ startLine, report }) =>
      inlayHintsOf(report, nodes).map(({ position, text }) => ({
        position: shiftPosition(position, startLine),
        label: text,
        paddingLeft: true,
      })),
    );
}
