import type { CodeLens } from 'vscode-languageserver';
import type { JsonObject } from '../../core/base/json.ts';
import type { Node } from '../../core/kubernetes/objects/node.ts';
import { placedNodes } from '../analysis/rules/placedNodes.ts';
import { analysisOf } from './analysisOf.ts';
import { shiftRange } from './convert.ts';
import { folderSettingsOf } from './folderSettings.ts';
import type { LensForecasts } from './lensForecast.ts';
import { type LensWords, lensWords } from './lensWords.ts';
import { daemonSetsOf } from './manifests.ts';
import { type OpenFile, wholeFile } from './openFiles.ts';
import type { Session } from './session.ts';

/** Lenses are asked for with every edit: counting nodes must not take longer than a few milliseconds. */
const mostPlacements = 10_000;

/**
 * A lens above each DaemonSet that opens the panel on it, and says on how many nodes of the chosen cluster it runs and what its edit comes to. The answer
 * waits for the forecasts: lenses that come in two steps would flicker.
 */
export async function codeLenses(session: Session, file: OpenFile, forecasts: LensForecasts): Promise<CodeLens[]> {
  if (!(folderSettingsOf(session, file.uri).codeLens ?? session.settings.codeLens)) return [];
  const daemonSets = daemonSetsOf(await wholeFile(file));
  const known = analysisOf(session, file).around.nodes;
  const nodes = known !== null && known.length * daemonSets.length <= mostPlacements ? known : null;
  const lenses: CodeLens[] = [];
  for (const [index, { startLine, report }] of daemonSets.entries()) {
    const forecast = nodes === null ? null : await forecasts(file, report);
    const title = titleFor(report.object, nodes, forecast, lensWords(session.language));
    lenses.push({
      range: shiftRange(report.head, startLine),
      command: { title, command: 'daemonscope.simulateRollout', arguments: [file.uri, index] },
    });
  }
  return lenses;
}

function titleFor(manifest: JsonObject, nodes: readonly Node[] | null, forecast: string | null, words: LensWords): string {
  const placed = nodes === null ? null : placedNodes(manifest, nodes);
  const runsOn = placed === null ? [] : [words.nodes(placed.filter(({ placement }) => placement.shouldRun).length, placed.length)];
  return [words.simulate, ...runsOn, ...(forecast === null ? [] : [forecast])].join(' · ');
}
