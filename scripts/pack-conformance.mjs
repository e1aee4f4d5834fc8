// Packs folders of recordings into test/conformance/recordings, one compressed file each: node scripts/pack-conformance.mjs DIR
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const [source] = process.argv.slice(2);
if (source === undefined) {
  console.error('usage: node scripts/pack-conformance.mjs DIR   (DIR holds controller/, validation/, …)');
  process.exit(2);
}
const target = path.join(root, 'test', 'conformance', 'recordings');
fs.mkdirSync(target, { recursive: true });
for (const folder of fs.readdirSync(source).sort()) {
  const from = path.join(source, folder);
  if (!fs.statSync(from).isDirectory()) continue;
  const files = fs
    .readdirSync(from, { recursive: true })
    .map(file => String(file).replaceAll('\\', '/'))
    .filter(file => fs.statSync(path.join(from, file)).isFile())
    .sort();
  const text = JSON.stringify(Object.fromEntries(files.map(file => [file, fs.readFileSync(path.join(from, file), 'utf8')])));
  const packed = zlib.brotliCompressSync(text, {
    params: {
      [zlib.constants.BROTLI_PARAM_QUALITY]: 11,
      [zlib.constants.BROTLI_PARAM_LGWIN]: 24,
      [zlib.constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    },
  });
  fs.writeFileSync(path.join(target, `${folder}.json.br`), packed);
  console.log(`${folder}: ${files.length} files, ${text.length} → ${packed.length} bytes`);
}
