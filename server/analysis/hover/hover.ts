import type { Node } from '../../../core/kubernetes/objects/node.ts';
import { defaultKubernetesVersion, type KubernetesVersion } from '../../../core/kubernetes/versions.ts';
import type { Range } from '../../../core/protocol/lsp.ts';
import { findDaemonSets, mayHoldDaemonSet } from '../document/daemonSets.ts';
import { rangeOf } from '../document/lineIndex.ts';
import { nodeAt } from '../document/nodeAt.ts';
import { readYamlDocument, type YamlDocument } from '../document/yamlDocument.ts';
import { describeScenarioPlace } from '../scenarios/scenarioHover.ts';
import { mayHoldScenario, type ScenarioText, scenarioIn } from '../scenarios/scenarioText.ts';
import type { FileMode } from '../settings.ts';
import { describePlace } from './describePlace.ts';

/** What to show of a place, in lines of its YAML document. */
export interface Hover {
  readonly markdown: string;
  readonly range: Range;
}

/** What there is to know of the field or value at an offset; null where nothing of a DaemonSet stands. */
export function hoverAt(
  text: string,
  offset: number,
  mode: FileMode,
  nodes: readonly Node[] | null,
  version: KubernetesVersion = defaultKubernetesVersion,
): Hover | null {
  if (!mayHoldDaemonSet(text) && !mayHoldScenario(text)) return null;
  const document = readYamlDocument(text, mode);
  const scenario = scenarioIn(document);
  if (scenario !== null) return scenarioHover(document, scenario, offset);
  for (const daemonSet of findDaemonSets(document)) {
    const found = nodeAt(daemonSet.node, offset);
    const markdown = found === null ? null : describePlace(found, { manifest: daemonSet.value, nodes, version });
    if (found !== null && markdown !== null) return { markdown, range: rangeOf(document.lines, found.span) };
  }
  return null;
}

function scenarioHover(document: YamlDocument, scenario: ScenarioText, offset: number): Hover | null {
  const found = document.root === null ? null : nodeAt(document.root, offset);
  const markdown = found === null ? null : describeScenarioPlace(scenario, found);
  return found === null || markdown === null ? null : { markdown, range: rangeOf(document.lines, found.span) };
}
