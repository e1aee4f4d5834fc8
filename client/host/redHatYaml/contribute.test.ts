import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createContributor, type SchemaRequests, type YamlExtension } from './contribute.ts';
import { ownersOf } from './documents.ts';
import { schemaOfQuery, schemaQuery } from './schema.ts';

interface StandIn {
  readonly schemaOf: (resource: string, documentIndex: number) => Promise<object | null>;
}

/** The same stand-in that the tests in a real VS Code install. */
const root = String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT);
const standIn: { activate: () => StandIn } = createRequire(import.meta.url)(path.join(root, 'test', 'host', 'redHatYaml', 'extension.cjs'));

const requests: SchemaRequests = {
  schemaFor: resource =>
    resource === 'file:///a.yaml' ? `us:${schemaQuery(ownersOf('kind: A\n---\nkind: DaemonSet\n'), ['s'])}` : undefined,
  contentOf: uri => schemaOfQuery(uri.slice('us:'.length)),
};

/** An extension as VS Code has it: it is activated once, whoever asks. */
function installed(): YamlExtension & { readonly exports: StandIn } {
  const exports = standIn.activate();
  return { exports, activate: () => Promise.resolve(exports) };
}

describe('offering schemas to the YAML extension', () => {
  let said: string[] = [];
  const note = (line: string): void => void said.push(line);
  const log = { trace: note, debug: note, info: note, warn: note, error: note };
  beforeEach(() => {
    said = [];
  });

  it('works when theirs was there first', async () => {
    const theirs = installed();
    await createContributor('us', requests, log)(theirs);
    assert.deepEqual(await theirs.exports.schemaOf('file:///a.yaml', 1), {});
    assert.deepEqual(await theirs.exports.schemaOf('file:///a.yaml', 0), { $ref: 's' });
    assert.equal(await theirs.exports.schemaOf('file:///b.yaml', 0), null);
  });

  it('works when theirs comes later, and when it comes anew', async () => {
    const contribute = createContributor('us', requests, log);
    await contribute(undefined);
    for (const theirs of [installed(), installed()]) {
      await contribute(theirs);
      await contribute(theirs);
      assert.deepEqual(await theirs.exports.schemaOf('file:///a.yaml', 1), {});
    }
    assert.equal(said.filter(line => line.includes('leaves DaemonSets to us')).length, 2, 'each is asked once');
  });

  it('only writes down what goes wrong', async () => {
    const contribute = createContributor('us', requests, log);
    await contribute({ activate: () => Promise.reject(new Error('broken')) });
    await contribute({ activate: () => Promise.resolve(undefined) });
    await contribute({ activate: () => Promise.resolve({}) });
    assert.match(said.join('\n'), /broken[\s\S]*takes no schemas/);
  });
});
