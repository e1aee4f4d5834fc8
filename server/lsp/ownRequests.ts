import {
  type FolderSettingsParams,
  type FolderSettingsResult,
  type FollowParams,
  folderSettingsRequest,
  followNotification,
  type LinesParams,
  type LinesResult,
  linesRequest,
  type ManifestParams,
  type ManifestResult,
  manifestRequest,
  type ParseParams,
  type ParseResult,
  parseRequest,
  type RuleDocumentParams,
  type RuleDocumentResult,
  ruleDocumentRequest,
  type SetFieldParams,
  type SetFieldResult,
  setFieldRequest,
  type VisibleRangesParams,
  visibleRangesNotification,
} from '../../core/protocol/lsp.ts';
import { linesByPath } from '../analysis/document/linesByPath.ts';
import { objectsInSteps } from '../analysis/document/objects.ts';
import { ruleDocument } from '../analysis/rules/ruleDocument.ts';
import { analysisOf } from './analysisOf.ts';
import { fieldEdits } from './fieldEdits.ts';
import { folderSettingsOf } from './folderSettings.ts';
import { inSlices } from './inSlices.ts';
import { findManifest } from './manifests.ts';
import type { Session } from './session.ts';

const failed: ParseResult = { objects: [], problem: { message: 'This text could not be read.', position: { line: 0, character: 0 } } };

const nothingSaid: FolderSettingsResult = { kubernetesVersion: null, cluster: null };

/** Registers what our client asks beyond LSP. */
export function registerOwnRequests(session: Session): void {
  const { connection, guard, guardLater } = session;
  connection.onRequest(manifestRequest, (params: ManifestParams): ManifestResult | null =>
    guard(manifestRequest, null, () => {
      const file = session.files.get(params.uri);
      return file === undefined ? null : findManifest(file, params.which, analysisOf(session, file));
    }),
  );
  connection.onRequest(setFieldRequest, (params: SetFieldParams): SetFieldResult | null =>
    guard(setFieldRequest, null, () => {
      const file = session.files.get(params.uri);
      return file === undefined || file.document.version !== params.version ? null : fieldEdits(file, params, analysisOf(session, file));
    }),
  );
  connection.onRequest(
    parseRequest,
    (params: ParseParams): Promise<ParseResult> =>
      guardLater(parseRequest, failed, () => inSlices(session.host, objectsInSteps(params.text))),
  );
  connection.onRequest(linesRequest, (params: LinesParams): LinesResult => guard(linesRequest, {}, () => linesByPath(params.text)));
  connection.onRequest(
    ruleDocumentRequest,
    (params: RuleDocumentParams): RuleDocumentResult => guard(ruleDocumentRequest, null, () => ruleDocument(params.name)),
  );
  connection.onRequest(
    folderSettingsRequest,
    ({ uri }: FolderSettingsParams): FolderSettingsResult =>
      guard(folderSettingsRequest, nothingSaid, () => {
        const { kubernetesVersion, cluster } = folderSettingsOf(session, uri);
        return { kubernetesVersion: kubernetesVersion ?? null, cluster: cluster ?? null };
      }),
  );
  connection.onNotification(followNotification, (params: FollowParams) => {
    session.followed = params.followed;
  });
  connection.onNotification(visibleRangesNotification, (params: VisibleRangesParams) => {
    const file = session.files.get(params.uri);
    const first = params.ranges[0];
    if (file !== undefined && first !== undefined) file.focusLine = first.start.line;
  });
}
