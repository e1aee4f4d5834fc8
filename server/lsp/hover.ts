import type { Hover, Position } from 'vscode-languageserver';
import { indexLines, offsetAt } from '../analysis/document/lineIndex.ts';
import { hoverAt } from '../analysis/hover/hover.ts';
import type { Problem } from '../analysis/report.ts';
import { isRule, ruleSummary } from '../analysis/rules/ruleDocument.ts';
import { type Part, partAt } from '../analysis/sourceFile.ts';
import { analysisOf } from './analysisOf.ts';
import { shiftRange } from './convert.ts';
import { currentFile, type OpenFile } from './openFiles.ts';
import type { Session } from './session.ts';

/** What there is to know of the place under the pointer: the field, and the rules that are broken there. */
export function hoverOf(session: Session, file: OpenFile, position: Position): Hover | null {
  const part = partAt(currentFile(file), position.line);
  if (part === undefined) return null;
  const { text, startLine } = part.chunk;
  const inPart = { line: position.line - startLine, character: position.character };
  const { around, kubernetesVersion } = analysisOf(session, file);
  const found = hoverAt(text, offsetAt(indexLines(text), inPart), file.mode, around.nodes, kubernetesVersion);
  const broken = brokenRules(part, inPart);
  const range = found?.range ?? broken[0]?.range;
  if (range === undefined) return null;
  const texts = [...(found === null ? [] : [found.markdown]), ...broken.map(({ rule }) => `**${rule}**: ${ruleSummary(rule) ?? ''}`)];
  return { contents: { kind: 'markdown', value: texts.join('\n\n---\n\n') }, range: shiftRange(range, startLine) };
}

/** Problems at a position whose rule has a document. The message itself is shown by the editor. */
function brokenRules(part: Part, at: Position): readonly Problem[] {
  return (part.report?.problems ?? []).filter(({ rule, range }) => isRule(rule) && holds(range, at));
}

function holds({ start, end }: Problem['range'], at: Position): boolean {
  const afterStart = start.line < at.line || (start.line === at.line && start.character <= at.character);
  return afterStart && (at.line < end.line || (at.line === end.line && at.character <= end.character));
}
