import type { ManifestChangedParams } from '../../../core/protocol/lsp.ts';
import type { ServerState } from './serverState.ts';

/** Whom a connection tells what happens on it. */
export interface ConnectionListener {
  readonly onCrash: (crash: Crash) => void;
  readonly onState: (state: ServerState) => void;
  readonly onManifestChanged: (change: ManifestChangedParams) => void;
}

/** What became of a crash; `tell`: the user does not know of one yet. */
export type Crash = { readonly restarted: true; readonly tell: boolean } | { readonly restarted: false };
