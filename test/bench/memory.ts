import fs from 'node:fs';
import path from 'node:path';
import { bundleServer } from '../lsp/client.ts';
import { memoryOfManyEdits } from './kit/manyEdits.ts';
import { report } from './kit/measure.ts';

/** What the language server holds on to while someone writes for an hour. */
const bundle = await bundleServer();
report(await memoryOfManyEdits(bundle));
fs.rmSync(path.dirname(bundle), { recursive: true });
