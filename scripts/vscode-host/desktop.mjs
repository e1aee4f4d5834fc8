// A desktop VS Code: the `code` of this machine, or one that @vscode/test-electron downloads.
import { spawn, spawnSync } from 'node:child_process';

const windows = process.platform === 'win32';

/** Whether `code` can be run from PATH. */
export const hasCode = () => spawnSync('code', ['--version'], { shell: windows }).status === 0;

/** Downloads VS Code; rejects where it cannot be reached. */
export async function downloadedCode() {
  const { downloadAndUnzipVSCode, resolveCliPathFromVSCodeExecutablePath } = await import('@vscode/test-electron');
  return resolveCliPathFromVSCodeExecutablePath(await downloadAndUnzipVSCode({ version: 'stable' }));
}

/**
 * Opens a window with a profile of its own; ends when the window is closed.
 * @param {string} command
 * @param {{ folder: string, userDataDir: string, extensionsDir: string }} dirs
 * @returns {Promise<number>} its exit code
 */
export function openDesktop(command, { folder, userDataDir, extensionsDir }) {
  const args = ['--new-window', '--wait', '--user-data-dir', userDataDir, '--extensions-dir', extensionsDir, folder];
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', shell: windows });
    child.once('error', reject);
    child.once('exit', code => resolve(code ?? 1));
  });
}
