import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import type { OutlineEntry, OutlineKind } from '../analysis/outline/outline.ts';
import { shiftRange } from './convert.ts';
import { daemonSetsOf } from './manifests.ts';
import { type OpenFile, wholeFile } from './openFiles.ts';

/** The outline of the DaemonSets of a file. */
export async function documentSymbols(file: OpenFile): Promise<DocumentSymbol[]> {
  return daemonSetsOf(await wholeFile(file)).map(({ startLine, report }) => toSymbol(report.outline, startLine));
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
