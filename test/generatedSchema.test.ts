import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { packedRecordings } from './conformance/recordings.ts';

const root = String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT ?? process.cwd());
const file = path.join(root, 'core', 'kubernetes', 'schema', 'generated', 'types.ts');

describe('the generated schema', () => {
  it('is what the recorded field list gives (and is written anew where it is not)', async () => {
    const script: { generateSchema(rows: unknown): string } = await import(
      pathToFileURL(path.join(root, 'scripts', 'generate-schema.mjs')).href
    );
    const recordings = packedRecordings(path.join(root, 'test', 'conformance', 'recordings'));
    const fresh = script.generateSchema(JSON.parse(recordings.text('schema/fields.json')));
    const committed = fs.readFileSync(file, 'utf8');
    if (committed !== fresh) fs.writeFileSync(file, fresh);
    assert.equal(committed, fresh);
  });
});
