import { isJsonObject, member } from '../../../core/base/json.ts';
import { locate } from '../document/locate.ts';
import type { Mapping, Node } from '../document/tree.ts';
import type { SpanEdit } from '../finding.ts';
import { hostPortWithSurge } from '../rules/host-port-with-surge.ts';
import { type Manifest, readManifest, strategyPath } from '../rules/manifest.ts';
import { appendEntry } from './appendEntry.ts';
import type { Refactoring, RefactoringSource, Spot } from './refactoring.ts';

/** Strategies one can change to, as the lines below `updateStrategy:`. */
const strategies: readonly {
  readonly title: string;
  readonly lines: readonly string[];
  readonly suits: (manifest: Manifest) => boolean;
}[] = [
  {
    title: 'Roll out one node at a time',
    lines: ['type: RollingUpdate', 'rollingUpdate:', '  maxUnavailable: 1'],
    suits: ({ strategy }) => strategy.type !== 'RollingUpdate' || strategy.surges || strategy.maxUnavailable !== 1,
  },
  {
    title: 'Roll out to 10% of the nodes at a time',
    lines: ['type: RollingUpdate', 'rollingUpdate:', '  maxUnavailable: 10%'],
    suits: ({ strategy }) => strategy.type !== 'RollingUpdate' || strategy.surges || strategy.maxUnavailable !== '10%',
  },
  {
    title: 'Start the new pod before the old one goes (maxSurge)',
    lines: ['type: RollingUpdate', 'rollingUpdate:', '  maxSurge: 10%', '  maxUnavailable: 0'],
    suits: manifest => !manifest.strategy.surges && canSurge(manifest),
  },
  {
    title: 'Replace pods only when they are deleted (OnDelete)',
    lines: ['type: OnDelete'],
    suits: ({ strategy }) => strategy.type !== 'OnDelete',
  },
];

/** On the update strategy (or on the spec without one): the other strategies. One with maxSurge only where no port of the node is held. */
export const changeStrategy: RefactoringSource = spot => {
  const inStrategy = strategyPath.every((step, index) => spot.path[index] === step);
  const onSpec = spot.path.length === 1 && spot.path[0] === 'spec';
  if (!inStrategy && !onSpec) return [];
  return strategies.filter(strategy => strategy.suits(spot.manifest)).flatMap(({ title, lines }) => write(spot, title, lines));
};

function write(spot: Spot, title: string, lines: readonly string[]): readonly Refactoring[] {
  const place = locate(spot.daemonSet.node, strategyPath);
  const spec = locate(spot.daemonSet.node, ['spec']);
  if (place.depth === strategyPath.length) {
    const edit = rewrite(spot, place.node, lines);
    return edit === null ? [] : [{ title, edits: [edit] }];
  }
  if (spec.depth !== 1 || spec.node.kind !== 'mapping') return [];
  const edit = appendEntry(spot.document, spec.node, ['updateStrategy:', ...lines.map(line => `  ${line}`)]);
  return edit === null ? [] : [{ title, edits: [edit] }];
}

/** Puts lines in the place of a block mapping's entries. */
function rewrite({ document }: Spot, node: Node, lines: readonly string[]): SpanEdit | null {
  if (node.kind !== 'mapping' || node.flow || node.anchor !== null || node.pairs.length === 0) return null;
  const start = firstKey(node);
  const column = start - (document.text.lastIndexOf('\n', start - 1) + 1);
  const newline = document.text.includes('\r\n') ? '\r\n' : '\n';
  const end = start + document.text.slice(start, node.span.end).trimEnd().length;
  return { span: { start, end }, newText: lines.join(`${newline}${' '.repeat(column)}`) };
}

function firstKey(node: Mapping): number {
  return node.pairs[0]?.key.span.start ?? node.span.start;
}

function canSurge(manifest: Manifest): boolean {
  const surging = readManifest({ ...manifest.value, spec: withSurge(manifest) });
  return hostPortWithSurge.check(surging).length === 0;
}

function withSurge({ value }: Manifest): Manifest['value'] {
  const spec = member(value, 'spec');
  const own = isJsonObject(spec) ? spec : {};
  return { ...own, updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } };
}
