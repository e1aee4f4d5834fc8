import * as vscode from 'vscode';
import type { ClusterOf } from '../../../core/protocol/clusterOf.ts';
import type { ReadBaseline } from '../baseline/baselineOf.ts';
import { watchCluster } from '../cluster/watchCluster.ts';
import { guarded } from '../guard.ts';
import type { BaselineWish } from '../settings/baselineWish.ts';
import { settingLocation } from '../settings/settingLocation.ts';
import type { Settings } from '../settings/settings.ts';
import { watchFiles } from '../watchFiles.ts';
import { latest } from './latest.ts';
import type { Services } from './services.ts';

/** What is around a manifest; each part is told when it has been read, and again when it has changed. */
export interface SurroundingsListener {
  readonly settings: (settings: Settings) => void;
  readonly baseline: (baseline: ReadBaseline) => void;
  /** `chosen`: someone has named the cluster, or laid it beside the manifest. */
  readonly cluster: (cluster: ClusterOf, chosen: boolean) => void;
}

/** The watch over one document's surroundings. */
export interface WatchedSurroundings extends vscode.Disposable {
  /** Reads everything anew: at the start, and when the document is another one. */
  readonly readAll: () => void;
}

/** Reads the settings, the baseline and the cluster of a document, each again when it may have changed, and only then. */
export function watchSurroundings(services: Services, uri: () => vscode.Uri, tell: SurroundingsListener): WatchedSurroundings {
  const baselines = latest();
  const clusters = latest();
  let settings = services.choices.settingsFor(uri());
  let hadServer = services.server.state() === 'running';

  const readBaseline = guarded(services.output, 'reading the baseline', () => {
    baselineFiles.watch(filesOf(settings.baseline, uri()));
    return baselines.run(() => services.baselines.read(uri(), settings.baseline), tell.baseline);
  });
  const baselineFiles = watchFiles(() => void readBaseline());
  const readCluster = guarded(services.output, 'reading the cluster', () =>
    clusters.run(
      () => cluster.read(settings.cluster, uri()),
      ({ result, chosen }) => tell.cluster(result, chosen),
    ),
  );
  const cluster = watchCluster(services.parse, () => void readCluster());
  const readAll = (): void => {
    settings = services.choices.settingsFor(uri());
    tell.settings(settings);
    void readBaseline();
    void readCluster();
  };
  const listening = vscode.Disposable.from(
    cluster,
    baselineFiles,
    { dispose: baselines.close },
    { dispose: clusters.close },
    services.baselines.onDidChange(of => {
      if (of === undefined || of.toString() === uri().toString()) void readBaseline();
    }),
    // What a dying server left unread is read by the next one.
    services.server.onDidChangeState(state => {
      if (state !== 'running') return;
      if (hadServer) readAll();
      hadServer = true;
    }),
    services.choices.onDidChange(concerns => {
      if (concerns(uri())) readAll();
    }),
  );
  return { readAll, dispose: () => listening.dispose() };
}

/** Files that a baseline is read from, beside Git's: written by others, too, they make another baseline. */
function filesOf(wish: BaselineWish, manifest: vscode.Uri): readonly vscode.Uri[] {
  return wish.startsWith('file:') ? [settingLocation(wish.slice('file:'.length), manifest)] : [];
}
