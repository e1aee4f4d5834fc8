import { isJsonObject, type JsonObject, member } from '../../../core/base/json.ts';
import { leadsInto } from '../document/leadsInto.ts';
import { deviceWithSurge } from '../rules/device-with-surge.ts';
import { hostPortWithSurge } from '../rules/host-port-with-surge.ts';
import { type Manifest, readManifest, strategyPath } from '../rules/manifest.ts';
import { type RefactoringSource, rewriteField } from './refactoring.ts';

/** Strategies one can change to. */
const strategies: readonly {
  readonly title: string;
  readonly strategy: JsonObject;
  readonly suits: (manifest: Manifest) => boolean;
}[] = [
  {
    title: 'Roll out one node at a time',
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } },
    suits: ({ strategy }) => strategy.type !== 'RollingUpdate' || strategy.surges || strategy.maxUnavailable !== 1,
  },
  {
    title: 'Roll out to 10% of the nodes at a time',
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '10%' } },
    suits: ({ strategy }) => strategy.type !== 'RollingUpdate' || strategy.surges || strategy.maxUnavailable !== '10%',
  },
  {
    title: 'Start the new pod before the old one goes (maxSurge)',
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '10%', maxUnavailable: 0 } },
    suits: manifest => !manifest.strategy.surges && canSurge(manifest),
  },
  {
    title: 'Replace pods only when they are deleted (OnDelete)',
    strategy: { type: 'OnDelete' },
    suits: ({ strategy }) => strategy.type !== 'OnDelete',
  },
];

/**
 * On the update strategy (or on the spec without one): the other strategies. One with maxSurge only where two pods fit on a node: no port of the node and
 * no device is held by the old one.
 */
export const changeStrategy: RefactoringSource = spot => {
  const inStrategy = leadsInto(spot.path, strategyPath);
  const onSpec = spot.path.length === 1 && spot.path[0] === 'spec';
  if (!inStrategy && !onSpec) return [];
  return strategies
    .filter(({ suits }) => suits(spot.manifest))
    .flatMap(({ title, strategy }) => rewriteField(spot, title, strategyPath, strategy));
};

function canSurge(manifest: Manifest): boolean {
  const surging = readManifest({ ...manifest.value, spec: withSurge(manifest) });
  return [hostPortWithSurge, deviceWithSurge].every(rule => rule.check(surging).length === 0);
}

function withSurge({ value }: Manifest): JsonObject {
  const spec = member(value, 'spec');
  const own = isJsonObject(spec) ? spec : {};
  return { ...own, updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } };
}
