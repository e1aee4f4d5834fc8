import * as vscode from 'vscode';
import type { HostToPanel } from '../../../core/protocol/panel.ts';
import { watchCluster } from '../cluster/watchCluster.ts';
import { guarded } from '../guard.ts';
import { settingsFor } from '../settings/read.ts';
import { latest } from './latest.ts';
import type { Services } from './services.ts';
import { keepSituation, type SituationKeeper } from './situationKeeper.ts';
import type { Target } from './target.ts';
import { watchManifest } from './watchManifest.ts';

/** What a panel gets to show, from now until it is disposed. */
export interface FollowedRollout extends vscode.Disposable {
  /** The DaemonSet that is followed, wherever it is by now. */
  readonly target: () => Target;
  /** What the panel should show now, the same object until something changes; null: not all is known yet. */
  readonly message: () => HostToPanel | null;
}

/**
 * Keeps together what a panel's subject is made of: the manifest with every keystroke, the baseline, the cluster, the settings. `changed` is called
 * whenever {@link FollowedRollout.message} is another one, never before this function has returned. A keystroke costs one message of the server: baseline and cluster are kept.
 */
export function followRollout(services: Services, target: Target, changed: (followed: FollowedRollout) => void): FollowedRollout {
  const settings = settingsFor(vscode.Uri.parse(target.uri));
  const first = { target, settings, manifest: { kind: 'unknown' }, baseline: null, cluster: null } as const;
  const keeper = keepSituation(first, vscode.l10n.t, () => changed(followed));
  const surroundings = followSurroundings(services, keeper);
  const manifest = watchManifest(services, target, (now, found) => {
    const moved = now.uri !== uriOf(keeper);
    keeper.update({ target: now, manifest: found });
    if (moved) surroundings.readAll();
  });
  const followed: FollowedRollout = {
    target: () => keeper.situation().target,
    message: keeper.message,
    dispose: () => {
      manifest.dispose();
      surroundings.dispose();
    },
  };
  surroundings.readAll();
  return followed;
}

/** What is around a manifest: the settings, its baseline, its cluster. Each is read again when it may have changed, and only then. */
function followSurroundings(services: Services, keeper: SituationKeeper): vscode.Disposable & { readonly readAll: () => void } {
  const baselines = latest();
  const clusters = latest();
  const uri = (): vscode.Uri => vscode.Uri.parse(uriOf(keeper));
  const settings = () => keeper.situation().settings;

  const readBaseline = guarded(services.output, 'reading the baseline', () =>
    baselines.run(
      () => services.baselines.read(uri(), settings().baseline),
      baseline => keeper.update({ baseline }),
    ),
  );
  const readCluster = guarded(services.output, 'reading the cluster', () =>
    clusters.run(
      () => cluster.read(settings().cluster, uri()),
      found => keeper.update({ cluster: found }),
    ),
  );
  const cluster = watchCluster(services.parse, () => void readCluster());
  const readAll = (): void => {
    keeper.update({ settings: settingsFor(uri()) });
    void readBaseline();
    void readCluster();
  };
  const listening = vscode.Disposable.from(
    cluster,
    { dispose: baselines.close },
    { dispose: clusters.close },
    services.baselines.onDidChange(of => {
      if (of === undefined || of.toString() === uriOf(keeper)) void readBaseline();
    }),
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('daemonscope', uri())) readAll();
    }),
  );
  return { readAll, dispose: () => listening.dispose() };
}

function uriOf(keeper: SituationKeeper): string {
  return keeper.situation().target.uri;
}
