import { findDaemonSets } from '../document/daemonSets.ts';
import { nodeAt } from '../document/nodeAt.ts';
import type { YamlDocument } from '../document/yamlDocument.ts';
import { readManifest } from '../rules/manifest.ts';
import { addReadinessProbe } from './addReadinessProbe.ts';
import { addRequests } from './addRequests.ts';
import { changeStrategy } from './changeStrategy.ts';
import type { Refactoring, RefactoringSource } from './refactoring.ts';
import { shareResources } from './shareResources.ts';
import { sortKeys } from './sortKeys.ts';

/** All refactorings. A new one is its file and its line here. */
const sources: readonly RefactoringSource[] = [changeStrategy, addReadinessProbe, addRequests, shareResources, sortKeys];

/** What can be rewritten at an offset of a YAML document; `asked`: somebody wants to see it. Nothing, while the document cannot be read as it is. */
export function refactoringsAt(document: YamlDocument, offset: number, asked = false): readonly Refactoring[] {
  if (document.partial || document.problems.length > 0) return [];
  for (const daemonSet of findDaemonSets(document)) {
    const found = nodeAt(daemonSet.node, offset);
    if (found === null) continue;
    const spot = { document, daemonSet, manifest: readManifest(daemonSet.value), path: found.path, asked };
    return sources.flatMap(source => source(spot));
  }
  return [];
}
