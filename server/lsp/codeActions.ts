import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic, type TextEdit } from 'vscode-languageserver';
import { codeActionsIn, fixAll, type CodeAction as Mend, rewritesAt } from '../analysis/codeActions.ts';
import { type Part, partAt } from '../analysis/sourceFile.ts';
import { analysisOf } from './analysisOf.ts';
import { shiftPosition, shiftRange } from './convert.ts';
import { currentFile, type OpenFile } from './openFiles.ts';
import type { Session } from './session.ts';
import { titleIn } from './titles.ts';

const fixAllKind = `${CodeActionKind.SourceFixAll}.daemonscope`;

/** The mends for a place; the obvious ones of the whole file when the client asks for those. */
export function codeActions(session: Session, file: OpenFile, { range, context }: CodeActionParams): CodeAction[] {
  const wants = (kind: string): boolean =>
    context.only === undefined || context.only.some(only => only === '' || kind === only || kind.startsWith(`${only}.`));
  const parts = currentFile(file).parts;
  const quick = wants(CodeActionKind.QuickFix)
    ? parts.flatMap((part, at) => quickFixes(session, file, part, parts[at + 1], range, context.diagnostics))
    : [];
  const all =
    context.only?.some(only => fixAllKind === only || fixAllKind.startsWith(`${only}.`)) === true ? fixAllActions(session, file) : [];
  const rewrites = wants(CodeActionKind.RefactorRewrite) ? rewriteActions(session, file, range.start, context.only !== undefined) : [];
  return [...quick, ...rewrites, ...all];
}

function quickFixes(
  session: Session,
  file: OpenFile,
  part: Part,
  next: Part | undefined,
  range: CodeActionParams['range'],
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  const { startLine, text } = part.chunk;
  const isOutside = range.end.line < startLine || (next !== undefined && range.start.line >= next.chunk.startLine);
  if (isOutside) return [];
  const local = shiftRange(range, -startLine);
  return codeActionsIn(text, local, file.mode, analysisOf(session, file)).map(mend =>
    toCodeAction(session, file, mend, startLine, diagnostics),
  );
}

function toCodeAction(session: Session, file: OpenFile, mend: Mend, startLine: number, diagnostics: readonly Diagnostic[]): CodeAction {
  const at = shiftRange(mend.range, startLine);
  const mended = diagnostics.filter(
    one => one.code === mend.rule && one.range.start.line === at.start.line && one.range.start.character === at.start.character,
  );
  return {
    title: titleIn(session.language, mend.title),
    kind: CodeActionKind.QuickFix,
    diagnostics: mended,
    ...(mend.preferred && { isPreferred: true }),
    edit: { changes: { [file.uri]: toTextEdits(mend.edits, startLine) } },
  };
}

function rewriteActions(session: Session, file: OpenFile, position: CodeActionParams['range']['start'], asked: boolean): CodeAction[] {
  const part = partAt(currentFile(file), position.line);
  if (part === undefined) return [];
  const { text, startLine } = part.chunk;
  return rewritesAt(text, shiftPosition(position, -startLine), file.mode, asked).map(({ title, edits }) => ({
    title: titleIn(session.language, title),
    kind: CodeActionKind.RefactorRewrite,
    edit: { changes: { [file.uri]: toTextEdits(edits, startLine) } },
  }));
}

function fixAllActions(session: Session, file: OpenFile): CodeAction[] {
  const edits = currentFile(file).parts.flatMap(({ chunk }) =>
    toTextEdits(fixAll(chunk.text, file.mode, analysisOf(session, file)), chunk.startLine),
  );
  return edits.length === 0
    ? []
    : [
        {
          title: titleIn(session.language, 'Fix all obvious DaemonSet problems'),
          kind: fixAllKind,
          edit: { changes: { [file.uri]: edits } },
        },
      ];
}

function toTextEdits(edits: Mend['edits'], startLine: number): TextEdit[] {
  return edits.map(edit => ({ range: shiftRange(edit.range, startLine), newText: edit.newText }));
}
