import * as vscode from 'vscode';
import type { JsonValue } from '../../../core/base/json.ts';
import { mentionsDaemonSet } from '../languageClient/needsServer.ts';
import { errorText, type Log } from '../output.ts';
import { settingsFor } from '../settings/read.ts';
import { createContributor, type SchemaRequests } from './contribute.ts';
import { ownersOf } from './documents.ts';
import { schemaOfQuery, schemaQuery, schemaScheme, schemasFor } from './schema.ts';

const extensionId = 'redhat.vscode-yaml';

/**
 * Works beside Red Hat's YAML extension: it keeps silent in our documents and serves all others of the same file. It is looked for when a YAML document
 * speaks of a DaemonSet (then it runs anyway, so nobody is woken) and when extensions come or go.
 */
export function besideRedHatYaml(log: Log): vscode.Disposable {
  const contribute = createContributor(schemaScheme, schemaRequests(log), log);
  let seen = false;
  const look = (document: vscode.TextDocument): void => {
    if (!concerns(document)) return;
    seen = true;
    void contribute(vscode.extensions.getExtension(extensionId));
  };
  const lookAtAll = (): void => vscode.workspace.textDocuments.forEach(look);
  lookAtAll();
  return vscode.Disposable.from(
    vscode.extensions.onDidChange(lookAtAll),
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidSaveTextDocument(look),
    // A file that is written from nothing; once there has been one, whatever keys are pressed costs nothing.
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (!seen) look(document);
    }),
  );
}

function concerns(document: vscode.TextDocument): boolean {
  return document.languageId === 'yaml' && mentionsDaemonSet(document.getText());
}

function schemaRequests(log: Log): SchemaRequests {
  return {
    schemaFor: resource => {
      try {
        return schemaFor(vscode.Uri.parse(resource));
      } catch (error) {
        log.error(`a schema for the YAML extension: ${errorText(error)}`);
        return undefined;
      }
    },
    contentOf: uri => schemaOfQuery(vscode.Uri.parse(uri).query),
  };
}

/** None for a file without a document of ours: a schema of ours would take the place of all others. */
function schemaFor(uri: vscode.Uri): string | undefined {
  const document = vscode.workspace.textDocuments.find(one => one.uri.toString() === uri.toString());
  if (document === undefined || !concerns(document)) return undefined;
  const owners = ownersOf(document.getText());
  if (!owners.includes('ours')) return undefined;
  return vscode.Uri.from({ scheme: schemaScheme, path: 'documents', query: schemaQuery(owners, schemasOf(document)) }).toString();
}

/** The schemas that the user has chosen for the file. */
function schemasOf(document: vscode.TextDocument): readonly string[] {
  const setting = vscode.workspace.getConfiguration('yaml', document.uri).get<JsonValue>('schemas');
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  const version = settingsFor(document.uri).kubernetesVersion;
  return schemasFor(setting, pattern => vscode.languages.match({ pattern: anywhere(pattern) }, document) > 0).map(schema => {
    if (schema.toLowerCase() === 'kubernetes') return kubernetesSchema(version);
    return folder !== undefined && /^\.\.?\//.test(schema) ? vscode.Uri.joinPath(folder.uri, schema).toString() : schema;
  });
}

/** What the YAML extension itself makes of the word `kubernetes`; a reference has to name the address. */
function kubernetesSchema(version: string): string {
  return `https://raw.githubusercontent.com/yannh/kubernetes-json-schema/master/v${version}.0-standalone-strict/all.json`;
}

/** A pattern of that setting matches the end of a path. */
function anywhere(pattern: string): string {
  return pattern.startsWith('/') || pattern.startsWith('**/') ? pattern : `**/${pattern}`;
}
