import * as vscode from 'vscode';
import { createBaselines } from './baseline/baselines.ts';
import { registerCommands } from './commands/registerCommands.ts';
import { createServedWorlds } from './kubectl/servedWorlds.ts';
import { createFollowed } from './languageClient/followed.ts';
import { createLanguageServer } from './languageClient/languageServer.ts';
import { rememberParses } from './languageClient/rememberParses.ts';
import { editAsker, linesAsker, manifestAsker, parser, ruleDocumentAsker } from './languageClient/requests.ts';
import { sendSurroundings } from './languageClient/sendSurroundings.ts';
import type { ServerState } from './languageClient/serverState.ts';
import { startWhenNeeded } from './languageClient/startWhenNeeded.ts';
import { sendVisibleRanges } from './languageClient/visibleRanges.ts';
import { markManifestDocuments } from './manifestDocuments.ts';
import { followActiveEditor } from './panel/followActiveEditor.ts';
import { createPanels } from './panel/panels.ts';
import { clientName, type Platform } from './platform.ts';
import { besideRedHatYaml } from './redHatYaml/redHatYaml.ts';
import type { Services } from './rollout/services.ts';
import { showRuleDocuments } from './ruleDocuments.ts';
import { createChoices } from './settings/choices.ts';
import { createFolderSettings } from './settings/folderSettings.ts';

/** What the extension offers to others: tests look at it. */
export interface ExtensionApi {
  /** Whether the language server runs. */
  readonly serverState: () => ServerState;
}

/** Wires the host together; does nothing else. */
export function activateHost(context: vscode.ExtensionContext, platform: Platform): ExtensionApi {
  const output = vscode.window.createOutputChannel(clientName, { log: true });
  const server = createLanguageServer(context, platform, output);
  const parse = rememberParses(parser(server));
  const followed = createFollowed(server, output);
  const baselines = createBaselines(parse, output);
  const folders = createFolderSettings(server, output);
  const choices = createChoices(context.workspaceState, folders);
  const { serveCluster } = platform;
  const services: Services = {
    output,
    server,
    askManifest: manifestAsker(server),
    askEdits: editAsker(server),
    parse,
    askLines: linesAsker(server),
    followed,
    baselines,
    choices,
    worlds: serveCluster === null ? null : createServedWorlds(args => serveCluster(context, args), output),
  };
  const panels = createPanels(context, platform, services);
  context.subscriptions.push(
    registerCommands({ services, panels }),
    panels,
    followActiveEditor(services, panels),
    markManifestDocuments(),
    showRuleDocuments(ruleDocumentAsker(server)),
    startWhenNeeded(server),
    sendVisibleRanges(server, output),
    sendSurroundings(services),
    besideRedHatYaml(output),
    baselines,
    choices,
    folders,
    followed,
    server,
    output,
  );
  return { serverState: server.state };
}
