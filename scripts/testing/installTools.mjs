// Installs the test tools while the first parts run: npm waits for the network and the disk, the compiler for the processor.
import { spawn } from 'node:child_process';
import { root } from '../vscode-host/paths.mjs';

const code = {
  browser: `import('./scripts/vscode-host/chromium.mjs').then(m => m.ensureChromium(console.log))`,
  'vscode-host': `import('./scripts/vscode-host/vscode.mjs').then(m => m.ensureVSCode(console.log))`,
  'vscode-web': `import('./scripts/vscode-host/vscodeWeb.mjs').then(m => m.ensureVSCodeWeb(console.log))`,
  kubectl: `import('./scripts/kubectl/ensureKubectl.mjs').then(m => m.ensureKubectl(console.log))`,
  'client-node': `import('./scripts/kubectl/ensureClientNode.mjs').then(m => m.ensureClientNode(console.log))`,
  package: `import('./scripts/vscode-host/install.mjs').then(m => m.installTool('package', { title: 'vsce, which packs the extension,', log: console.log }))`,
};

/**
 * Starts at once. A tool that cannot be installed is left to the part that needs it, which then fails with npm's words.
 * @param {readonly import('./parts.mjs').Tool[]} wanted
 */
export function installTools(wanted) {
  const tools = [...new Set(wanted)];
  /** @type {Map<string, Promise<void>>} */
  const running = new Map();
  let chain = Promise.resolve();
  for (const tool of tools) {
    chain = chain.then(() => install(tool));
    running.set(tool, chain);
  }
  return {
    /** Waits for what a part needs. @param {{ tools: readonly string[] }} part */
    before: async part => {
      await Promise.all(part.tools.map(tool => running.get(tool)));
    },
    done: chain,
  };
}

/**
 * @param {import('./parts.mjs').Tool} tool
 * @returns {Promise<void>}
 */
function install(tool) {
  return new Promise(resolve => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', code[tool]], { cwd: root, stdio: ['ignore', 'inherit', 'ignore'] });
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
}
