/** What the panel's page is made of, as addresses that the webview may load. */
export interface PageParts {
  readonly nonce: string;
  /** The origin from which the webview's files come. */
  readonly cspSource: string;
  readonly script: string;
  readonly styles: string;
  /** The simulation's worker: fetched by the script and started from a Blob, because a browser refuses a worker straight from here. */
  readonly worker: string;
  /** Whether a kubectl terminal can be opened here: not in VS Code for the Web. */
  readonly canOpenTerminal: boolean;
  /** BCP 47 tag of the editor's language. */
  readonly language: string;
  readonly title: string;
}

/** The panel's page. Nothing runs in it but our own script, nothing is loaded from elsewhere, and no style is written in its elements. */
export function panelPage(parts: PageParts): string {
  return `<!DOCTYPE html>
<html lang="${escapeHtml(parts.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(contentSecurityPolicy(parts))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(parts.title)}</title>
<link rel="stylesheet" id="vscode-codicon-stylesheet" href="${escapeHtml(parts.styles)}">
</head>
<body>
<main id="panel" data-worker="${escapeHtml(parts.worker)}" data-terminal="${parts.canOpenTerminal}"></main>
<script nonce="${escapeHtml(parts.nonce)}" src="${escapeHtml(parts.script)}"></script>
</body>
</html>
`;
}

/** What the page may load, and nothing else. */
export function contentSecurityPolicy({ nonce, cspSource }: Pick<PageParts, 'nonce' | 'cspSource'>): string {
  return [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `worker-src blob:`,
    `connect-src ${cspSource}`,
    `style-src ${cspSource}`,
    `img-src ${cspSource} data:`,
    `font-src ${cspSource}`,
  ].join('; ');
}

/** Text as it may stand between tags and inside a double-quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}
