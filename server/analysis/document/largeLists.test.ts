import assert from 'node:assert/strict';
import { parseObjects } from './objects.ts';
import { parseYaml } from './parse.ts';

const item = `- {kind: Node, metadata: {name: n, annotations: {a: "${'x'.repeat(60_000)}"}}}\n`;
const list = (items: number): string => `kind: List\napiVersion: v1\nitems:\n${item.repeat(items)}`;

describe('a list of many objects', () => {
  it('may be larger than any single object', () => {
    const text = list(30);
    assert.match(parseYaml(text).problems[0]?.message ?? '', /larger than 1\.5 MiB/);
    const { objects, problem } = parseObjects(text);
    assert.equal(problem, null);
    assert.equal(objects.length, 30);
  });

  it('is refused, with the way out, when a general parser would take too long', () => {
    const { objects, problem } = parseObjects(list(100));
    assert.deepEqual(objects, []);
    assert.match(problem?.message ?? '', /larger than 5 MiB: save it as JSON/);
  });
});
