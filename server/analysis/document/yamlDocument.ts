import { indexLines, type LineIndex } from './lineIndex.ts';
import { parseTolerantly } from './repair.ts';
import type { SyntaxProblem } from './syntaxProblem.ts';
import { maskTemplates } from './templates.ts';
import type { Node, Span } from './tree.ts';

/** How the text of a file is to be read. */
export interface ReadingMode {
  /** A Helm template: `{{ }}` is masked. Elsewhere it is a mistake. */
  readonly template: boolean;
}

/** One YAML document, read. All offsets count from its own first character. */
export interface YamlDocument {
  readonly text: string;
  readonly lines: LineIndex;
  /** null: nothing but comments, or nothing that could be read. */
  readonly root: Node | null;
  readonly problems: readonly SyntaxProblem[];
  /** Lines had to be left out, or templates fill them: what is missing in the tree may well be there. */
  readonly partial: boolean;
  /** Places whose values only a template engine knows. */
  readonly holes: readonly Span[];
}

/** Reads one YAML document. Never throws, whatever the text is. */
export function readYamlDocument(text: string, mode: ReadingMode): YamlDocument {
  const own = ownCopy(text);
  const masked = mode.template ? maskTemplates(own) : { text: own, holes: [], open: false };
  const parsed = parseTolerantly(masked.text);
  return {
    text: own,
    lines: indexLines(own),
    root: parsed.root,
    problems: parsed.problems,
    partial: parsed.repaired || masked.open || masked.holes.length > 0,
    holes: masked.holes,
  };
}

/** A string of its own: a slice of a file's text would keep that whole text in memory for as long as the tree lives. */
function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}
