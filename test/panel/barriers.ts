import fs from 'node:fs';
import path from 'node:path';
import type { OpenPanel } from './session.ts';

const root = String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT);

/** What axe finds that would keep somebody out, one line each. */
export async function barriers(panel: OpenPanel): Promise<readonly string[]> {
  const client = await panel.page.context().newCDPSession(panel.page);
  // Through the debugger: the page's own policy lets no other script in.
  await client.send('Runtime.evaluate', { expression: fs.readFileSync(path.join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8') });
  const expression = `axe.run().then(found => found.violations.flatMap(one => one.nodes.map(node => one.id + ': ' + node.html.slice(0, 200))))`;
  const { result } = await client.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
  return result.value;
}
