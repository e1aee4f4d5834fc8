import type { Position } from 'vscode-languageserver';
import { indexLines, offsetAt } from '../analysis/document/lineIndex.ts';
import { partAt } from '../analysis/sourceFile.ts';
import { currentFile, type OpenFile } from './openFiles.ts';

/** A position as the YAML document around it counts, and what is needed to go back. */
export interface Here {
  readonly text: string;
  readonly offset: number;
  readonly startLine: number;
}

/** Outside of a file there is an empty document. */
export function hereIn(file: OpenFile, position: Position): Here {
  const { text, startLine } = partAt(currentFile(file), position.line)?.chunk ?? { text: '', startLine: 0 };
  return { text, startLine, offset: offsetAt(indexLines(text), { line: position.line - startLine, character: position.character }) };
}
