import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { packedRecordings } from './conformance/recordings.ts';

const root = String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT ?? process.cwd());
const file = path.join(root, 'core', 'apiserver', 'resources', 'generated', 'apiResources.ts');

describe('the generated API resources', () => {
  it('are what recorded discovery gives (and are written anew where they are not)', async () => {
    const script: { generateApiResources(core: unknown, named: unknown): string } = await import(
      pathToFileURL(path.join(root, 'scripts', 'generate-api-resources.mjs')).href
    );
    const recordings = packedRecordings(path.join(root, 'test', 'conformance', 'recordings'));
    const response = (name: string): unknown => JSON.parse(recordings.text(`kubectl/http/${name}-aggregated.json`)).response;
    const fresh = script.generateApiResources(response('api'), response('apis'));
    const committed = fs.readFileSync(file, 'utf8');
    if (committed !== fresh) fs.writeFileSync(file, fresh);
    assert.equal(committed, fresh);
  });
});
