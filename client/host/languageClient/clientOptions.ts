import * as vscode from 'vscode';
import { CloseAction, ErrorAction, type ErrorHandler, type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';
import { errorText } from '../output.ts';
import type { Crash } from './connectionListener.ts';
import { type CrashHistory, judgeCrash } from './crashPolicy.ts';
import { manifestLanguages } from './needsServer.ts';

/** What the client does on its own: which documents it reports, where it writes, and how it meets a crash. */
export function clientOptions(output: vscode.LogOutputChannel, onCrash: (crash: Crash) => void): LanguageClientOptions {
  return {
    documentSelector: manifestLanguages.map(language => ({ language })),
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    synchronize: { configurationSection: 'daemonscope' },
    // Red Hat's extension formats all YAML: with two formatters, the editor would ask which one to take.
    initializationOptions: () => ({ formatting: vscode.extensions.getExtension('redhat.vscode-yaml') === undefined }),
    initializationFailedHandler: error => {
      output.error(`The language server did not start: ${errorText(error)}`);
      return false;
    },
    errorHandler: errorHandler(onCrash),
    middleware: {
      // The left side of a comparison and other read-only texts are no place for problems: nobody can mend them there.
      handleDiagnostics: (uri, diagnostics, next) => next(uri, isEditable(uri) ? diagnostics : []),
    },
  };
}

function errorHandler(onCrash: (crash: Crash) => void): ErrorHandler {
  let history: CrashHistory = [];
  return {
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: () => {
      const verdict = judgeCrash(history, Date.now());
      history = verdict.history;
      onCrash(verdict.restart ? { restarted: true, tell: verdict.tell } : { restarted: false });
      return { action: verdict.restart ? CloseAction.Restart : CloseAction.DoNotRestart, handled: true };
    },
  };
}

/** A file, a new document, or anything in an open folder, whatever file system that is on. */
function isEditable(uri: vscode.Uri): boolean {
  return uri.scheme === 'file' || uri.scheme === 'untitled' || vscode.workspace.getWorkspaceFolder(uri) !== undefined;
}
