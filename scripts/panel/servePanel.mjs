// The panel's page as the extension serves it (same markup, same Content-Security-Policy), on loopback and without VS Code.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import esbuild from 'esbuild';
import { root } from '../vscode-host/paths.mjs';
import { themeClasses, themeStyles } from './themes.mjs';

const types = new Map([
  ['.js', 'text/javascript'],
  ['.css', 'text/css'],
  ['.ttf', 'font/ttf'],
]);

/**
 * Serves `dist/` and, at `/?theme=NAME&language=TAG`, the page. Whoever opens it has to provide `acquireVsCodeApi`.
 * @param {string} [dist]
 */
export async function servePanel(dist = path.join(root, 'dist')) {
  const panelPage = await loadPage();
  const server = http.createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const theme = /** @type {import('./themes.mjs').ThemeName} */ (url.searchParams.get('theme') ?? 'dark');
    if (url.pathname === '/')
      return send(
        response,
        'text/html; charset=utf-8',
        pageOf(panelPage, `http://${request.headers.host}`, theme, url.searchParams.get('language') ?? 'en'),
      );
    if (url.pathname === '/theme.css') return send(response, 'text/css', themeStyles(theme));
    const file = path.join(dist, path.basename(url.pathname));
    if (!fs.existsSync(file)) return response.writeHead(404).end();
    return send(response, types.get(path.extname(file)) ?? 'application/octet-stream', fs.readFileSync(file));
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/** @param {http.ServerResponse} response @param {string} type @param {string | Buffer} body */
const send = (response, type, body) => response.writeHead(200, { 'content-type': type }).end(body);

/** The function that the extension itself writes the page with. */
async function loadPage() {
  const { code } = await esbuild.transform(fs.readFileSync(path.join(root, 'client', 'host', 'panel', 'page.ts'), 'utf8'), {
    loader: 'ts',
  });
  const module = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  return module.panelPage;
}

/** @param {(parts: object) => string} panelPage @param {string} origin @param {import('./themes.mjs').ThemeName} theme @param {string} language */
function pageOf(panelPage, origin, theme, language) {
  const page = panelPage({
    nonce: 'only-for-tests',
    cspSource: origin,
    script: `${origin}/panel.js`,
    styles: `${origin}/panel.css`,
    worker: `${origin}/panel-worker.js`,
    canOpenTerminal: true,
    language,
    title: 'Rollout',
  });
  return page
    .replace('</head>', `<link rel="stylesheet" href="${origin}/theme.css?theme=${theme}">\n</head>`)
    .replace('<body>', `<body class="${themeClasses(theme)}" data-vscode-theme-kind="${themeClasses(theme).split(' ')[0]}">`);
}
