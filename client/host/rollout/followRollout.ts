import * as vscode from 'vscode';
import type { HostToPanel } from '../../../core/protocol/panel.ts';
import { watchCluster } from '../cluster/watchCluster.ts';
import { guarded } from '../guard.ts';
import { settingsFor } from '../settings/read.ts';
import { latest } from './latest.ts';
import type { Services } from './services.ts';
import { messageFor, type Situation } from './situation.ts';
import type { Target } from './target.ts';
import { watchManifest } from './watchManifest.ts';

/** What a panel gets to show, from now until it is disposed. */
export interface FollowedRollout extends vscode.Disposable {
  /** The DaemonSet that is followed, wherever it is by now. */
  readonly target: () => Target;
  /** What the panel should show now; null: not all is known yet. */
  readonly message: () => HostToPanel | null;
}

/**
 * Keeps together what a panel's subject is made of: the manifest with every keystroke, the baseline, the cluster, the settings. `changed` is called
 * whenever {@link FollowedRollout.message} may be another one. A keystroke costs one message of the server: baseline and cluster are kept.
 */
export function followRollout(services: Services, target: Target, changed: (followed: FollowedRollout) => void): FollowedRollout {
  let situation: Situation = {
    target,
    settings: settingsFor(vscode.Uri.parse(target.uri)),
    manifest: { kind: 'unknown' },
    baseline: null,
    cluster: null,
  };
  const baselines = latest();
  const clusters = latest();
  const update = (part: Partial<Situation>): void => {
    situation = { ...situation, ...part };
    changed(followed);
  };
  const uri = (): vscode.Uri => vscode.Uri.parse(situation.target.uri);

  const readBaseline = guarded(services.output, 'reading the baseline', () =>
    baselines.run(
      () => services.baselines.read(uri(), situation.settings.baseline),
      baseline => update({ baseline }),
    ),
  );
  const cluster = watchCluster(services.parse, () => void readCluster());
  const readCluster = guarded(services.output, 'reading the cluster', () =>
    clusters.run(
      () => cluster.read(situation.settings.cluster, uri()),
      found => update({ cluster: found }),
    ),
  );
  const readAll = (): void => {
    situation = { ...situation, settings: settingsFor(uri()) };
    void readBaseline();
    void readCluster();
  };

  const listening = vscode.Disposable.from(
    watchManifest(services, target, (now, manifest) => {
      const moved = now.uri !== situation.target.uri;
      update({ target: now, manifest });
      if (moved) readAll();
    }),
    services.baselines.onDidChange(of => {
      if (of === undefined || of.toString() === situation.target.uri) void readBaseline();
    }),
    vscode.workspace.onDidChangeConfiguration(event => {
      if (!event.affectsConfiguration('daemonscope', uri())) return;
      readAll();
      update({});
    }),
  );
  const followed: FollowedRollout = {
    target: () => situation.target,
    message: () => messageFor(situation, vscode.l10n.t),
    dispose: () => {
      baselines.close();
      clusters.close();
      cluster.dispose();
      listening.dispose();
    },
  };
  readAll();
  return followed;
}
