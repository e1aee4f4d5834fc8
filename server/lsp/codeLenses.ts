import type { CodeLens } from 'vscode-languageserver';
import type { JsonObject } from '../../core/base/json.ts';
import type { Node } from '../../core/kubernetes/objects/node.ts';
import { placedNodes } from '../analysis/rules/placedNodes.ts';
import { analysisOf } from './analysisOf.ts';
import { shiftRange } from './convert.ts';
import { folderSettingsOf } from './folderSettings.ts';
import { daemonSetsOf } from './manifests.ts';
import { type OpenFile, wholeFile } from './openFiles.ts';
import type { Session } from './session.ts';

/** Lenses are asked for with every edit: counting nodes must not take longer than a few milliseconds. */
const mostPlacements = 10_000;

/** A lens above each DaemonSet that opens the panel on it, and says on how many nodes of the chosen cluster it runs. */
export async function codeLenses(session: Session, file: OpenFile): Promise<CodeLens[]> {
  if (!(folderSettingsOf(session, file.uri).codeLens ?? session.settings.codeLens)) return [];
  const daemonSets = daemonSetsOf(await wholeFile(file));
  const known = analysisOf(session, file).around.nodes;
  const nodes = known !== null && known.length * daemonSets.length <= mostPlacements ? known : null;
  return daemonSets.map(({ startLine, report }, index) => ({
    range: shiftRange(report.head, startLine),
    command: { title: titleFor(report.object, nodes), command: 'daemonscope.simulateRollout', arguments: [file.uri, index] },
  }));
}

function titleFor(manifest: JsonObject, nodes: readonly Node[] | null): string {
  const placed = nodes === null ? null : placedNodes(manifest, nodes);
  if (placed === null) return 'Simulate Rollout';
  return `Simulate Rollout · ${placed.filter(({ placement }) => placement.shouldRun).length} of ${placed.length} nodes`;
}
