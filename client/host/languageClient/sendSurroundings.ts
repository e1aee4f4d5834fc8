import * as vscode from 'vscode';
import { type SurroundingsParams, surroundingsNotification } from '../../../core/protocol/lsp.ts';
import { guarded } from '../guard.ts';
import type { Services } from '../rollout/services.ts';
import { watchSurroundings } from '../rollout/watchSurroundings.ts';
import { canHoldManifest, mentionsDaemonSet } from './needsServer.ts';

/** Tells the server what is around each open manifest: what runs now, and on which nodes. Nothing is looked for while no server runs. */
export function sendSurroundings(services: Services): vscode.Disposable {
  const watched = new Map<string, vscode.Disposable>();
  const look = (document: vscode.TextDocument): void => {
    const key = document.uri.toString();
    const isManifest = canHoldManifest(document.languageId) && mentionsDaemonSet(document.getText());
    if (isManifest && services.server.state() === 'running' && !watched.has(key)) watched.set(key, watchDocument(services, document.uri));
  };
  const forget = (key: string): void => {
    watched.get(key)?.dispose();
    watched.delete(key);
  };
  const restart = (): void => {
    for (const key of [...watched.keys()]) forget(key);
    vscode.workspace.textDocuments.forEach(look);
  };
  return vscode.Disposable.from(
    services.server.onDidChangeState(restart),
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (!watched.has(document.uri.toString())) look(document);
    }),
    vscode.workspace.onDidCloseTextDocument(document => forget(document.uri.toString())),
    { dispose: () => [...watched.keys()].forEach(forget) },
  );
}

/**
 * Sends the whole whenever a part of it is another one: the server then looks at the document anew. A cluster that nobody chose says nothing about
 * where a DaemonSet may run.
 */
function watchDocument(services: Services, uri: vscode.Uri): vscode.Disposable {
  let known: Omit<SurroundingsParams, 'uri'> = { baseline: [], nodes: null };
  let runsNow: string | null = null;
  const send = guarded(services.output, 'telling the server of the surroundings', async (part: Partial<typeof known>) => {
    known = { ...known, ...part };
    const client = await services.server.ready('surroundings to be told');
    await client?.sendNotification(surroundingsNotification, { uri: uri.toString(), ...known });
  });
  const watching = watchSurroundings(services, () => uri, {
    settings: () => undefined,
    baseline: ({ chosen, parsed }) => {
      if (chosen.text === runsNow) return;
      runsNow = chosen.text;
      void send({ baseline: parsed.objects });
    },
    cluster: (result, chosen) => {
      const cluster = chosen && result.ok ? result.cluster : null;
      if (cluster === null && known.nodes !== null) void send({ nodes: null, beside: [] });
      if (cluster !== null && cluster.nodes !== known.nodes)
        void send({ nodes: cluster.nodes, beside: [...cluster.daemonSets, ...cluster.pods] });
    },
  });
  watching.readAll();
  return watching;
}
