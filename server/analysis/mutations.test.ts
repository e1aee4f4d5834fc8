import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { codeActionsIn } from './codeActions.ts';
import { complete } from './completion/complete.ts';
import { indexLines, lineText, positionAt } from './document/lineIndex.ts';
import { splitDocuments } from './document/split.ts';
import { hoverAt } from './hover/hover.ts';
import { defaultAnalysisSettings, type FileMode, plainFile } from './settings.ts';
import { editFile, lookFurther, openFile, type SourceFile } from './sourceFile.ts';

const root = String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT);
const settings = { ...defaultAnalysisSettings, hygiene: true };
/** `FUZZ_RUNS=50000` for a night. */
const runs = Number(process.env.FUZZ_RUNS ?? 150);

/** DaemonSets of examples/, alone and two in a file, one as JSON. */
const corpus = buildCorpus();

function buildCorpus(): string[] {
  const folder = path.join(root, 'examples');
  const texts = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.yaml') && !file.includes('cluster'))
    .map(file => fs.readFileSync(path.join(folder, file), 'utf8'));
  const json =
    '{"apiVersion":"apps/v1","kind":"DaemonSet","metadata":{"name":"a"},"spec":{"template":{"spec":{"containers":[{"name":"a"}]}}}}';
  return [...texts, `${texts[0]}---\n${texts[1]}`, `kind: Pod\n---\n${texts[2]?.replaceAll('\n', '\r\n')}`, json];
}

/** One thing that typing, pasting or a broken merge does to a text. */
type Mutation = (text: string, at: number, length: number, word: string) => string;
const mutations: readonly Mutation[] = [
  (text, at, length) => text.slice(0, at) + text.slice(at + length),
  (text, at, length) => text.slice(0, at + length) + text.slice(at),
  (text, at, _, word) => text.slice(0, at) + word + text.slice(at),
  (text, at, length) => text.slice(0, at) + ' '.repeat(length % 9) + text.slice(at),
  (text, at) => `${text.slice(0, at)}\n${text.slice(at)}`,
  (text, at, length) => text.slice(0, at) + text.slice(at, at + length).replaceAll('  ', '\t') + text.slice(at + length),
  (text, at) => text.slice(0, at),
];
const words = [
  '{{ x }}',
  ': ',
  '- ',
  '---\n',
  '&a ',
  '*a',
  '<<: *a',
  '"',
  "'",
  '[',
  '}',
  '|',
  '>',
  '#',
  '!!int ',
  '\u0000',
  '가나',
  '😀',
  '__proto__: ',
  'kind: DaemonSet\n',
  '? ',
  '%YAML 1.2',
];

const edits = fc.array(
  fc.record({
    mutation: fc.nat(mutations.length - 1),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(200),
    word: fc.nat(words.length - 1),
  }),
  { minLength: 1, maxLength: 4 },
);

function lookAtAll(file: SourceFile, mode: FileMode): SourceFile {
  return lookFurther(file, 0, Number.POSITIVE_INFINITY, mode, settings);
}

/** The corpus as it is, looked at: a value, so every run may start from the same one. */
const opened = corpus.map(text => [false, true].map(template => lookAtAll(openFile(splitDocuments(text)), { ...plainFile, template })));

/** Problems of a file at their lines in it. */
function problemsOf(file: SourceFile): unknown[] {
  return file.parts.flatMap(part =>
    (part.report?.problems ?? []).map(problem => ({ ...problem, line: part.chunk.startLine + problem.range.start.line })),
  );
}

describe('whatever happens to a text', function () {
  this.timeout(0);
  it(`nothing throws, everything found lies in the text, and an edit gives what opening gives (${runs} runs)`, () => {
    fc.assert(
      fc.property(
        fc.nat(corpus.length - 1),
        edits,
        fc.boolean(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (which, steps, template, place) => {
          const mode = { ...plainFile, template };
          let text = corpus[which] ?? '';
          let file = opened[which]?.[template ? 1 : 0] ?? lookAtAll(openFile(splitDocuments(text)), mode);
          for (const step of steps) {
            text = mutations[step.mutation]?.(text, Math.floor(step.at * text.length), step.length, words[step.word] ?? '') ?? text;
            file = lookAtAll(editFile(file, splitDocuments(text)).file, mode);
          }
          assert.deepEqual(problemsOf(file), problemsOf(lookAtAll(openFile(splitDocuments(text)), mode)));
          for (const part of file.parts) checkPart(part.chunk.text, mode, place, part.report?.problems ?? []);
        },
      ),
      { numRuns: runs, seed: Number(process.env.FUZZ_SEED ?? 20261124) },
    );
  });
});

function checkPart(
  text: string,
  mode: FileMode,
  place: number,
  problems: readonly { range: { start: At; end: At }; message: string }[],
): void {
  const lines = indexLines(text);
  const last = lines.starts.length - 1;
  for (const { range, message } of problems) {
    for (const { line, character } of [range.start, range.end]) {
      assert.ok(
        line >= 0 && line <= last && character >= 0 && character <= lineText(lines, line).length + 2,
        `${message} at ${line}:${character}`,
      );
    }
  }
  const offset = Math.floor(place * text.length);
  for (const item of complete(text, offset, mode, settings)) {
    assert.ok(
      item.replace.start >= 0 && item.replace.start <= offset && offset <= item.replace.end && item.replace.end <= text.length,
      item.label,
    );
  }
  hoverAt(text, offset, mode, null);
  // Each mend is tried out on the text, so all of a file's at once would take most of the time: those of one place do.
  const { line } = positionAt(lines, offset);
  codeActionsIn(text, { start: { line, character: 0 }, end: { line: Math.min(last, line + 1), character: 0 } }, mode, settings);
}

interface At {
  readonly line: number;
  readonly character: number;
}
