import { isJsonArray, type JsonValue, member } from '../../../core/base/json.ts';
import type { DuplicateKey } from '../../../core/kubernetes/judge.ts';
import { parseYaml } from '../../../server/analysis/document/parse.ts';
import { splitDocuments } from '../../../server/analysis/document/split.ts';
import { readValue, type ValueProblem } from '../../../server/analysis/document/value.ts';

/** One object of a YAML text, or the syntax error in its place. */
export interface ReadManifest {
  readonly value: JsonValue;
  readonly duplicates: readonly DuplicateKey[];
  readonly syntaxError: string | null;
}

/** The DaemonSets of a text (and what calls itself nearly so), items of a List taken apart. Objects of other kinds are not judged. */
export function readManifests(text: string): readonly ReadManifest[] {
  return splitDocuments(text.replace(/^\uFEFF/, '')).flatMap((chunk): readonly ReadManifest[] => {
    const parsed = parseYaml(chunk.text);
    const { value, problems } = readValue(parsed.root);
    const syntax = parsed.problems[0]?.message ?? problems.find(problem => problem.kind !== 'duplicate-key')?.message;
    if (syntax !== undefined) return [{ value: null, duplicates: [], syntaxError: syntax }];
    const duplicates = problems.filter(problem => problem.kind === 'duplicate-key').map(problem => duplicateOf(problem, chunk.text));
    return takeApart(value).map(one => ({ value: one, duplicates, syntaxError: null }));
  });
}

function takeApart(value: JsonValue): readonly JsonValue[] {
  if (value === null) return [];
  const items = member(value, 'items');
  const objects = member(value, 'kind') === 'List' && isJsonArray(items) ? items : [value];
  return objects.filter(object => !otherKinds.includes(String(member(object, 'kind'))));
}

const otherKinds: readonly string[] = ['ConfigMap', 'Service', 'ServiceAccount', 'Namespace', 'Deployment'];

/** go-yaml tells the line of the second value, not of its key: of a block, the line below. */
function duplicateOf(problem: ValueProblem, text: string): DuplicateKey {
  const path = problem.path.map(step => (typeof step === 'number' ? { index: step } : { field: step }));
  const toValue = /^\s*:(?:[ \t]*(?:#[^\n]*)?\n)*/.exec(text.slice(problem.span.end))?.[0] ?? '';
  return { path, line: (text.slice(0, problem.span.end) + toValue).split('\n').length };
}
