import type { ClusterOf } from '../../../core/protocol/clusterOf.ts';
import type { ManifestInfo } from '../../../core/protocol/lsp.ts';
import type { HostToPanel, SubjectProblem } from '../../../core/protocol/panel.ts';
import { baselineOf, type ReadBaseline } from '../baseline/baselineOf.ts';
import type { Settings } from '../settings/settings.ts';
import type { Say } from '../words.ts';
import type { Target } from './target.ts';

/** What is known of the DaemonSet itself. */
export type Manifest =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'there'; readonly version: number; readonly info: ManifestInfo }
  /** Nothing is followed any more; the sentence says why. */
  | { readonly kind: 'gone'; readonly message: string };

/** Everything that a panel's subject is made of; parts that are still being looked up are null. */
export interface Situation {
  readonly target: Target;
  readonly settings: Settings;
  readonly manifest: Manifest;
  readonly baseline: ReadBaseline | null;
  readonly cluster: ClusterOf | null;
}

/** The order of chance that is shown first. */
const seed = 1;

/** What to tell the panel; null: not all is known yet. A manifest that cannot be simulated is told before a cluster that cannot be read: it is what one is typing. */
export function messageFor(situation: Situation, say: Say): HostToPanel | null {
  const { target, settings, manifest, baseline, cluster } = situation;
  const problem = (one: Omit<SubjectProblem, 'of'>): HostToPanel => ({
    type: 'problem',
    problem: { of: { ...target, label: labelOf(situation) }, ...one },
  });
  if (manifest.kind === 'gone') return problem({ kind: 'gone', message: manifest.message, line: null });
  if (manifest.kind === 'unknown') return null;
  const { info, version } = manifest;
  if (info.object === null) return problem(invalid(info, say));
  if (baseline === null || cluster === null) return null;
  if (!cluster.ok) return problem({ kind: 'cluster', message: cluster.message, line: null });
  return {
    type: 'subject',
    subject: {
      name: info.name,
      namespace: info.namespace,
      uri: target.uri,
      index: target.index,
      version,
      manifest: info.object,
      places: info.places,
      baseline: baselineOf(baseline, info, say),
      cluster: cluster.cluster,
      kubernetesVersion: settings.kubernetesVersion,
      assumptions: settings.assumptions,
      seed,
    },
  };
}

/** The DaemonSet's name, else that of its file. */
function labelOf({ target, manifest }: Situation): string {
  const name = manifest.kind === 'there' ? manifest.info.name : '';
  return name === '' ? (target.uri.split('/').at(-1) ?? '') : name;
}

function invalid(info: ManifestInfo, say: Say): Omit<SubjectProblem, 'of'> {
  const message = info.problem?.message ?? say('The manifest cannot be simulated.');
  return { kind: 'invalid', message, line: info.problem?.range.start.line ?? info.range.start.line };
}
