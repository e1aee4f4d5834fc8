import { at } from '../../../core/base/json.ts';
import type { KubernetesVersion } from '../../../core/kubernetes/versions.ts';
import type { Range } from '../../../core/protocol/lsp.ts';
import { type DaemonSetText, findDaemonSets, mayHoldDaemonSet } from '../document/daemonSets.ts';
import { rangeOf } from '../document/lineIndex.ts';
import { locate } from '../document/locate.ts';
import type { Step } from '../document/value.ts';
import { readYamlDocument } from '../document/yamlDocument.ts';
import { readManifest } from '../rules/manifest.ts';
import type { FileMode } from '../settings.ts';
import { imagePage } from './imagePage.ts';
import { typePage } from './typePage.ts';

/** A place that leads to a page of the web, in lines of its YAML document. */
export interface Link {
  readonly range: Range;
  readonly target: string;
  readonly tooltip: string;
}

/** The links of a YAML document: from a DaemonSet's kind to the API reference, from its images to their registry's pages. */
export function linksIn(text: string, mode: FileMode, version: KubernetesVersion): readonly Link[] {
  if (!mayHoldDaemonSet(text)) return [];
  const document = readYamlDocument(text, mode);
  return findDaemonSets(document).flatMap(daemonSet =>
    targetsIn(daemonSet, version).flatMap(({ path, target, tooltip }) => {
      const { node, depth } = locate(daemonSet.node, path);
      const inside = daemonSet.span.start <= node.span.start && node.span.end <= daemonSet.span.end;
      // What an alias stands for is written elsewhere.
      return depth === path.length && inside ? [{ range: rangeOf(document.lines, node.span), target, tooltip }] : [];
    }),
  );
}

interface Target {
  readonly path: readonly Step[];
  readonly target: string;
  readonly tooltip: string;
}

function targetsIn({ value }: DaemonSetText, version: KubernetesVersion): readonly Target[] {
  const kind = { path: ['kind'], target: typePage('DaemonSet', version), tooltip: `API reference of Kubernetes ${version}` };
  const { initContainers, containers } = readManifest(value);
  const images = [...initContainers, ...containers].flatMap((container): Target[] => {
    const image = at(container.value, 'image');
    const target = typeof image === 'string' ? imagePage(image) : null;
    return target === null ? [] : [{ path: [...container.path, 'image'], target, tooltip: 'Page of this image' }];
  });
  return [kind, ...images];
}
