import * as vscode from 'vscode';
import type { HostToPanel } from '../../../core/protocol/panel.ts';
import type { Services } from './services.ts';
import { keepSituation } from './situationKeeper.ts';
import type { Target } from './target.ts';
import { watchManifest } from './watchManifest.ts';
import { watchSurroundings } from './watchSurroundings.ts';

/** What a panel gets to show, from now until it is disposed. */
export interface FollowedRollout extends vscode.Disposable {
  /** The DaemonSet that is followed, wherever it is by now. */
  readonly target: () => Target;
  /** What the panel should show now, the same object until something changes; null: not all is known yet. */
  readonly message: () => HostToPanel | null;
}

/**
 * Keeps together what a panel's subject is made of: the manifest with every keystroke, the baseline, the cluster, the settings. `changed` is called
 * whenever {@link FollowedRollout.message} is another one, never before this function has returned. A keystroke costs one message of the server:
 * baseline and cluster are kept.
 */
export function followRollout(services: Services, target: Target, changed: (followed: FollowedRollout) => void): FollowedRollout {
  const settings = services.choices.settingsFor(vscode.Uri.parse(target.uri));
  const first = { target, settings, manifest: { kind: 'unknown' }, baseline: null, cluster: null } as const;
  const keeper = keepSituation(first, vscode.l10n.t, () => changed(followed));
  const uri = (): vscode.Uri => vscode.Uri.parse(keeper.situation().target.uri);
  const surroundings = watchSurroundings(services, uri, {
    settings: now => keeper.update({ settings: now }),
    baseline: baseline => keeper.update({ baseline }),
    cluster: cluster => keeper.update({ cluster }),
  });
  const manifest = watchManifest(services, target, (now, found) => {
    const moved = now.uri !== keeper.situation().target.uri;
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
