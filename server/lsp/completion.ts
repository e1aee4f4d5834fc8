import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
  type Position,
} from 'vscode-languageserver';
import { complete } from '../analysis/completion/complete.ts';
import { type Completion, withoutPlaceholders } from '../analysis/completion/completion.ts';
import type { WorkspaceNames } from '../analysis/completion/valueSource.ts';
import { indexLines, type LineIndex, offsetAt, rangeOf } from '../analysis/document/lineIndex.ts';
import { describeField } from '../analysis/schema/describe.ts';
import { partAt } from '../analysis/sourceFile.ts';
import { analysisOf } from './analysisOf.ts';
import { shiftRange } from './convert.ts';
import { knownImages, knownObjects } from './knownObjects.ts';
import { currentFile, type OpenFile } from './openFiles.ts';
import type { Session } from './session.ts';

/** Completion at a position. Only the YAML document around it is read. */
export function completionsAt(session: Session, file: OpenFile, position: Position): CompletionList {
  const part = partAt(currentFile(file), position.line);
  if (part === undefined) return { isIncomplete: false, items: [] };
  const { text, startLine } = part.chunk;
  const lines = indexLines(text);
  const offset = offsetAt(lines, { line: position.line - startLine, character: position.character });
  const found = complete(text, offset, file.mode, analysisOf(session, file), namesAround(session));
  return { isIncomplete: false, items: found.map(one => toItem(one, lines, startLine, session.abilities.snippets)) };
}

/** What the workspace and open files define and use. Looked for only when a field asks for a name. */
function namesAround(session: Session): WorkspaceNames {
  return { objects: () => knownObjects(session).map(({ object }) => object), images: () => knownImages(session) };
}

/** Adds what is only needed for the item that is looked at: its description. */
export function resolveCompletion(item: CompletionItem): CompletionItem {
  const { type, field } = fieldOf(item.data);
  const documentation = type === '' ? null : describeField(type, field);
  return documentation === null ? item : { ...item, documentation: { kind: 'markdown', value: documentation } };
}

const kinds = {
  field: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  reference: CompletionItemKind.Reference,
  snippet: CompletionItemKind.Snippet,
} as const;

function toItem(one: Completion, lines: LineIndex, startLine: number, snippets: boolean): CompletionItem {
  const newText = snippets ? one.snippet : withoutPlaceholders(one.snippet);
  return {
    label: one.label,
    kind: kinds[one.kind],
    detail: one.detail,
    sortText: one.sort,
    filterText: one.filter,
    insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    // The lines are indented as they have to stand: an editor must not indent them again.
    insertTextMode: InsertTextMode.asIs,
    textEdit: { range: shiftRange(rangeOf(lines, one.replace), startLine), newText },
    ...(one.preselect && { preselect: true }),
    ...(one.retrigger && { command: { title: 'Suggest', command: 'editor.action.triggerSuggest' } }),
    ...(one.about !== null && 'type' in one.about && { data: one.about }),
    ...(one.about !== null && 'text' in one.about && { documentation: one.about.text }),
  };
}

function fieldOf(data: unknown): { readonly type: string; readonly field: string } {
  if (typeof data !== 'object' || data === null || !('type' in data) || !('field' in data)) return { type: '', field: '' };
  return { type: String(data.type), field: String(data.field) };
}
