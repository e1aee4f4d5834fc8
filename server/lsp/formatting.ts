import { type FormattingOptions, MessageType, type Range, ShowMessageNotification, type TextEdit } from 'vscode-languageserver';
import { indexLines, lineBreakOf, rangeOf } from '../analysis/document/lineIndex.ts';
import { readYamlDocument } from '../analysis/document/yamlDocument.ts';
import { formatDocument } from '../analysis/formatting/format.ts';
import { shiftRange } from './convert.ts';
import { currentFile, type OpenFile } from './openFiles.ts';
import type { Session } from './session.ts';

const refused = 'A Helm template is not formatted: only the rendered text is YAML. Format the values, or what “helm template” prints.';

/** The edits that format a file, or the lines of a range of it. A Helm template is refused, in words once a file. */
export function formatting(session: Session, file: OpenFile, options: FormattingOptions, range: Range | null): TextEdit[] {
  if (file.mode.template) {
    if (!session.refusedFormatting.has(file.uri))
      void session.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message: refused });
    session.refusedFormatting.add(file.uri);
    return [];
  }
  const looks = { indent: Math.max(1, options.tabSize), trimTrailingWhitespace: options.trimTrailingWhitespace === true };
  const edits = currentFile(file).parts.flatMap(({ chunk: { text, startLine } }) => {
    const document = readYamlDocument(text, file.mode);
    const isWanted = (line: number): boolean => range === null || isIn(range, startLine + line);
    return formatDocument(document, looks, isWanted).map(({ span, newText }) => ({
      range: shiftRange(rangeOf(document.lines, span), startLine),
      newText,
    }));
  });
  return range === null ? [...edits, ...ending(file, options)] : edits;
}

function isIn({ start, end }: Range, line: number): boolean {
  // A selection that ends at the start of a line does not mean that line.
  return start.line <= line && (line < end.line || (line === end.line && (end.character > 0 || start.line === end.line)));
}

/** The line breaks at the end of the file, as the settings want them. */
function ending({ document }: OpenFile, { insertFinalNewline, trimFinalNewlines }: FormattingOptions): readonly TextEdit[] {
  const text = document.getText();
  const newLine = lineBreakOf(text);
  const [breaks = ''] = /(?:\r?\n)*$/.exec(text) ?? [];
  const wanted =
    breaks === '' ? (insertFinalNewline === true && text !== '' ? newLine : '') : trimFinalNewlines === true ? newLine : breaks;
  if (wanted === breaks || endsInText(text)) return [];
  return [{ range: rangeOf(indexLines(text), { start: text.length - breaks.length, end: text.length }), newText: wanted }];
}

/** A block scalar that keeps its last line breaks. */
function endsInText(text: string): boolean {
  return /[|>]\d?\+[^\S\n]*(?:#[^\n]*)?\r?\n(?:[ \t][^\n]*\n|\r?\n)*$/.test(text);
}
