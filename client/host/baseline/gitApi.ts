import type * as vscode from 'vscode';

/** The part of the built-in Git extension's API (version 1) that is used here. */
export interface GitApi {
  readonly state: 'uninitialized' | 'initialized';
  readonly repositories: readonly GitRepository[];
  readonly onDidChangeState: vscode.Event<GitApi['state']>;
  readonly onDidOpenRepository: vscode.Event<GitRepository>;
  readonly onDidCloseRepository: vscode.Event<GitRepository>;
  readonly getRepository: (uri: vscode.Uri) => GitRepository | null;
}

export interface GitRepository {
  readonly rootUri: vscode.Uri;
  readonly state: {
    /** Without a commit in a repository that has none yet. */
    readonly HEAD: { readonly commit?: string } | undefined;
    readonly onDidChange: vscode.Event<void>;
  };
  /** A commit by any of its names; fails when there is none. */
  readonly getCommit: (ref: string) => Promise<unknown>;
  /** Branches and tags; older versions of the extension do not have it. */
  readonly getRefs?: (query: { readonly sort: 'committerdate'; readonly count: number }) => Promise<readonly { readonly name?: string }[]>;
  /** A file's text at a revision; fails when it is not there. */
  readonly show: (ref: string, path: string) => Promise<string>;
}

/** What the extension `vscode.git` exports. */
export interface GitExtension {
  /** Whether Git is switched on and was found. */
  readonly enabled: boolean;
  readonly onDidChangeEnablement: vscode.Event<boolean>;
  /** Fails while Git is not enabled. */
  readonly getAPI: (version: 1) => GitApi;
}
