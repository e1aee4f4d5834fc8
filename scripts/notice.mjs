// Writes the third-party part of NOTICE anew: `npm run build && node scripts/notice.mjs`. scripts/package.mjs says when that is due.
import fs from 'node:fs';
import path from 'node:path';
import { begin, thirdPartyNotices } from './package/notice.mjs';
import { root } from './vscode-host/paths.mjs';

const file = path.join(root, 'NOTICE');
const own = fs.readFileSync(file, 'utf8').split(begin)[0].trimEnd();
fs.writeFileSync(file, `${own}\n\n${thirdPartyNotices()}`);
