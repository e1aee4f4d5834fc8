// Runs a Node program in the root folder.
import { spawn } from 'node:child_process';
import { root } from '../vscode-host/paths.mjs';

/**
 * @param {string[]} args
 * @param {{ env: NodeJS.ProcessEnv, beside: boolean, title?: string }} options beside: another program runs at the same time, so that this one's lines are
 *   printed all at its end and do not mix with others'
 * @returns {Promise<number | null>} the exit code; null: it could not be started, or was killed
 */
export async function runNode(args, { env, beside, title = '' }) {
  /** @type {Buffer[]} */
  const printed = [];
  if (!beside) process.stdout.write(title);
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: beside ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
  child.stdout?.on('data', chunk => printed.push(chunk));
  child.stderr?.on('data', chunk => printed.push(chunk));
  const code = await new Promise(resolve => {
    child.once('error', () => resolve(null));
    child.once('close', resolve);
  });
  if (beside) process.stdout.write(Buffer.concat([Buffer.from(title), ...printed]));
  return code;
}
