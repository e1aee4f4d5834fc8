import type * as vscode from 'vscode';
import type { ClusterOf } from '../../../core/protocol/clusterOf.ts';
import type { Parse } from '../languageClient/requests.ts';
import { watchFiles } from '../watchFiles.ts';
import { besideManifest } from './clusterLocation.ts';
import { fileOf, findCluster, readCluster } from './readCluster.ts';

/** A cluster, and whether someone has named it or laid it beside the manifest. */
export interface FoundCluster {
  readonly chosen: boolean;
  readonly result: ClusterOf;
}

/** The cluster of one manifest, kept up to date while its file changes. */
export interface WatchedCluster extends vscode.Disposable {
  /** Never fails: what goes wrong is the result's message. */
  readonly read: (setting: string, manifest: vscode.Uri) => Promise<FoundCluster>;
}

/** Reads clusters for one panel and calls `changed` whenever the file that was read last, or one that would be taken instead, changes. */
export function watchCluster(parse: Parse, changed: () => void): WatchedCluster {
  const files = watchFiles(changed);
  return {
    read: async (setting, manifest) => {
      const choice = await findCluster(setting, manifest);
      const file = fileOf(choice, manifest);
      const beside = setting === '' && manifest.scheme !== 'untitled' ? [besideManifest(manifest)] : [];
      files.watch(file === null ? beside : [file]);
      // The one that is taken when nobody names any stands for no cluster of the user's.
      const chosen = setting !== '' || choice.kind === 'beside';
      return { chosen, result: await readCluster(choice, manifest, parse) };
    },
    dispose: files.dispose,
  };
}
