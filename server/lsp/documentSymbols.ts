import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import { type OutlineEntry, type OutlineKind, outlineOf } from '../analysis/outline/outline.ts';
import { shiftRange } from './convert.ts';
import { currentFile, type OpenFile } from './openFiles.ts';

/** The outline of the DaemonSets of a file. */
export function documentSymbols(file: OpenFile): DocumentSymbol[] {
  return currentFile(file).parts.flatMap(({ chunk }) => outlineOf(chunk.text, file.mode).map(entry => toSymbol(entry, chunk.startLine)));
}

const kinds: Readonly<Record<OutlineKind, SymbolKind>> = {
  daemonSet: SymbolKind.Class,
  strategy: SymbolKind.Event,
  selector: SymbolKind.Key,
  template: SymbolKind.Struct,
  container: SymbolKind.Module,
  initContainer: SymbolKind.Constructor,
  volume: SymbolKind.File,
  tolerations: SymbolKind.Operator,
};

function toSymbol(entry: OutlineEntry, startLine: number): DocumentSymbol {
  return {
    name: entry.name,
    detail: entry.detail,
    kind: kinds[entry.kind],
    range: shiftRange(entry.range, startLine),
    selectionRange: shiftRange(entry.selection, startLine),
    children: entry.children.map(child => toSymbol(child, startLine)),
  };
}
