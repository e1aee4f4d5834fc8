import * as vscode from 'vscode';
import { errorLine, type Log } from '../output.ts';
import { head, type Lookup } from './chooseBaseline.ts';
import type { GitApi, GitExtension, GitRepository } from './gitApi.ts';

/** Git as the panel needs it: a file's text at a revision, and a word whenever HEAD may have moved. */
export interface GitHead extends vscode.Disposable {
  readonly lookUp: (uri: vscode.Uri, revision: string) => Promise<Lookup>;
  /** Names of branches and tags; empty where there are none. Never fails. */
  readonly revisions: (uri: vscode.Uri) => Promise<readonly string[]>;
  readonly onDidChange: vscode.Event<void>;
}

/** Opens the built-in Git extension when the first file is looked up; before, nothing is activated. */
export function createGitHead(log: Log): GitHead {
  const changed = new vscode.EventEmitter<void>();
  const listening: vscode.Disposable[] = [changed];
  let extension: Promise<GitExtension | null> | null = null;
  let api: GitApi | null = null;

  const connect = (git: GitExtension): GitApi | null => {
    if (api !== null || !git.enabled) return api;
    api = git.getAPI(1);
    listening.push(watchApi(api, () => changed.fire()));
    return api;
  };

  const open = async (): Promise<GitExtension | null> => {
    const git = await activateGit(log);
    if (git !== null) listening.push(git.onDidChangeEnablement(() => changed.fire()));
    return git;
  };

  // Not there is not for ever: the Git extension comes when the folder is trusted, or when someone enables it.
  listening.push(
    vscode.extensions.onDidChange(() => {
      if (api !== null) return;
      extension = null;
      changed.fire();
    }),
  );
  return {
    revisions: uri => (api === null ? Promise.resolve([]) : revisionsOf(api, uri, log)),
    lookUp: async (uri, revision) => {
      if (uri.scheme !== 'file') return missing(vscode.l10n.t('no Git repository'));
      extension ??= open();
      const git = await extension;
      if (git === null) return missing(vscode.l10n.t('Git is not there'));
      const connected = connect(git);
      return connected === null ? missing(vscode.l10n.t('Git is switched off')) : textAt(connected, uri, revision, log);
    },
    onDidChange: changed.event,
    dispose: () => vscode.Disposable.from(...listening).dispose(),
  };
}

async function activateGit(log: Log): Promise<GitExtension | null> {
  try {
    return (await vscode.extensions.getExtension<GitExtension>('vscode.git')?.activate()) ?? null;
  } catch (error) {
    log.warn(`The Git extension did not start: ${errorLine(error)}`);
    return null;
  }
}

async function textAt(api: GitApi, uri: vscode.Uri, revision: string, log: Log): Promise<Lookup> {
  const repository = api.getRepository(uri);
  if (repository === null)
    return missing(
      api.state === 'initialized' ? vscode.l10n.t('no Git repository') : vscode.l10n.t('Git is still looking for repositories'),
    );
  if (repository.state.HEAD?.commit === undefined) return { found: false, isNew: true, note: vscode.l10n.t('no commit yet') };
  try {
    return { found: true, text: await repository.show(revision, uri.fsPath) };
  } catch (error) {
    log.debug(`Git ${revision} has no ${uri.fsPath}: ${errorLine(error)}`);
    if (revision === head) return { found: false, isNew: true, note: vscode.l10n.t('not in Git HEAD') };
    return (await hasCommit(repository, revision))
      ? { found: false, isNew: true, note: vscode.l10n.t('not in Git {0}', revision) }
      : missing(vscode.l10n.t('Git knows no {0}', revision));
  }
}

async function hasCommit(repository: GitRepository, revision: string): Promise<boolean> {
  return repository.getCommit(revision).then(
    () => true,
    () => false,
  );
}

/** More than one looks through. */
const mostRevisions = 100;

async function revisionsOf(api: GitApi, uri: vscode.Uri, log: Log): Promise<readonly string[]> {
  try {
    const refs = (await api.getRepository(uri)?.getRefs?.({ sort: 'committerdate', count: mostRevisions })) ?? [];
    return refs.flatMap(({ name }) => (name === undefined ? [] : [name]));
  } catch (error) {
    log.debug(`Git told no branches: ${errorLine(error)}`);
    return [];
  }
}

function missing(note: string): Lookup {
  return { found: false, isNew: false, note };
}

/** Tells of repositories that come and go, and of those whose HEAD moved. */
function watchApi(api: GitApi, changed: () => void): vscode.Disposable {
  const heads = new Map<GitRepository, { head: string | undefined; readonly listener: vscode.Disposable }>();
  const open = (repository: GitRepository): void => {
    const watched = { head: repository.state.HEAD?.commit, listener: repository.state.onDidChange(() => look(repository)) };
    heads.set(repository, watched);
  };
  const look = (repository: GitRepository): void => {
    const watched = heads.get(repository);
    const head = repository.state.HEAD?.commit;
    if (watched === undefined || watched.head === head) return;
    watched.head = head;
    changed();
  };
  const close = (repository: GitRepository): void => {
    heads.get(repository)?.listener.dispose();
    heads.delete(repository);
  };
  api.repositories.forEach(open);
  return vscode.Disposable.from(
    api.onDidOpenRepository(open),
    api.onDidOpenRepository(changed),
    api.onDidCloseRepository(close),
    api.onDidCloseRepository(changed),
    api.onDidChangeState(changed),
    { dispose: () => [...heads.keys()].forEach(close) },
  );
}
