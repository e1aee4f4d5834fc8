// What dist/ is made of: each bundle's entry point, where it runs, and what it may leave to its surroundings.

/** Bundles that Node runs: the desktop's and remote hosts' extension host, the language server, the command line. */
const node = {
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // What VS Code offers as the module `vscode` is only found by `require`.
  supported: { 'dynamic-import': false },
  mainFields: ['module', 'main'],
};

/** Bundles that run in a browser's worker: the web extension host loads CommonJS, a language server in a worker is a plain script. */
const browser = { platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };

/** Those marked `together` share chunks when they are built for use: most of server and command line is the same code. */
export const bundles = [
  {
    name: 'host',
    entry: 'client/node/main.ts',
    outfile: 'dist/host.js',
    options: { ...node, external: ['vscode'], plugins: [apart('./connectNode.ts', './host.client.js')] },
  },
  // The client library, read when the first server is started.
  {
    name: 'host.client',
    entry: 'client/node/connectNode.ts',
    outfile: 'dist/host.client.js',
    options: { ...node, external: ['vscode'] },
    together: true,
  },
  { name: 'server', entry: 'server/node/main.ts', outfile: 'dist/server.js', options: node, together: true },
  {
    name: 'cli',
    entry: 'cli/main.ts',
    outfile: 'dist/cli.js',
    options: { ...node, banner: { js: '#!/usr/bin/env node' } },
    together: true,
  },
  {
    name: 'host.web',
    entry: 'client/browser/main.ts',
    outfile: 'dist/host.web.js',
    options: { ...browser, format: 'cjs', external: ['vscode'] },
  },
  { name: 'server.web', entry: 'server/browser/main.ts', outfile: 'dist/server.web.js', options: { ...browser, format: 'iife' } },
  // The panel's style sheet comes out beside its script, its icon font beside both.
  {
    name: 'panel',
    entry: 'client/webview/main.ts',
    outfile: 'dist/panel.js',
    options: { ...browser, format: 'iife', loader: { '.ttf': 'file' }, assetNames: '[name]' },
  },
  { name: 'panel-worker', entry: 'client/webview/worker.ts', outfile: 'dist/panel-worker.js', options: { ...browser, format: 'iife' } },
];

/**
 * Leaves what is imported late out of a bundle: it is another bundle, beside this one.
 * @param {string} imported
 * @param {string} bundle
 * @returns {import('esbuild').Plugin}
 */
function apart(imported, bundle) {
  return {
    name: 'apart',
    setup(build) {
      build.onResolve({ filter: /./ }, args =>
        args.kind === 'dynamic-import' && args.path === imported ? { path: bundle, external: true } : undefined,
      );
    },
  };
}
