import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Session } from './session.ts';

/** Edits by the URI of their file. */
export type FileEdits = Map<string, readonly TextEdit[]>;

const elsewhere = 'elsewhere';

/** Edits of files other than the one they were asked for in are shown before they are made, to editors that can. */
export function toWorkspaceEdit({ abilities, files }: Session, edits: FileEdits, askedIn: string): WorkspaceEdit {
  const isOneFile = [...edits.keys()].every(uri => uri === askedIn);
  if (isOneFile || !abilities.annotatesEdits) return { changes: Object.fromEntries([...edits].map(([uri, list]) => [uri, [...list]])) };
  return {
    changeAnnotations: { [elsewhere]: { label: 'In other files', needsConfirmation: true } },
    documentChanges: [...edits].map(([uri, list]) => ({
      textDocument: { uri, version: files.get(uri)?.document.version ?? null },
      edits: uri === askedIn ? [...list] : list.map(edit => ({ ...edit, annotationId: elsewhere })),
    })),
  };
}
