// Reads the table of contents at the end of a ZIP file (a .vsix is one).
import zlib from 'node:zlib';

/**
 * @param {Buffer} zip
 * @returns {{ name: string, size: number, packed: number }[]} every file in it, with its size in bytes before and after packing
 */
export function listZip(zip) {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end === -1) throw new Error('not a ZIP file');
  const files = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    files.push({ name, size: zip.readUInt32LE(at + 24), packed: zip.readUInt32LE(at + 20) });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

/**
 * @param {Buffer} zip
 * @param {string} wanted the name of a file in it
 * @returns {Buffer} its content
 */
export function readZip(zip, wanted) {
  let at = zip.readUInt32LE(zip.lastIndexOf('PK\x05\x06', undefined, 'latin1') + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const nameLength = zip.readUInt16LE(at + 28);
    if (zip.toString('utf8', at + 46, at + 46 + nameLength) === wanted) return unpack(zip, at);
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  throw new Error(`the ZIP file has no ${wanted}`);
}

/**
 * @param {Buffer} zip
 * @param {number} entry where it stands in the table of contents
 */
function unpack(zip, entry) {
  const local = zip.readUInt32LE(entry + 42);
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(start, start + zip.readUInt32LE(entry + 20));
  return zip.readUInt16LE(entry + 10) === 0 ? packed : zlib.inflateRawSync(packed);
}
