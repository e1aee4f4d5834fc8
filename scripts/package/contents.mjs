// What may be inside the packed extension, and what must be.

const allowed = [
  /^extension\/(package\.json|package\.nls(\.[a-z-]+)?\.json|readme\.md|changelog\.md|LICENSE\.txt|NOTICE)$/i,
  /^extension\/dist\/[\w.-]+\.(js|css|ttf)$/,
  /^extension\/l10n\/bundle\.l10n(\.[a-z-]+)?\.json$/,
  /^extension\/syntaxes\/[\w.-]+\.tmLanguage\.json$/,
  /^extension\/media\/[\w.-]+\.(png|svg)$/,
  /^extension\.vsixmanifest$/,
  /^\[Content_Types\]\.xml$/,
];

export const required = [
  'package.json',
  'package.nls.json',
  'package.nls.ko.json',
  'readme.md',
  'changelog.md',
  'LICENSE.txt',
  'NOTICE',
  'dist/host.js',
  'dist/host.client.js',
  'dist/host.web.js',
  'dist/server.js',
  'dist/server.web.js',
  'dist/cli.js',
  'dist/panel.js',
  'dist/panel.css',
  'dist/panel-worker.js',
  'media/icon.png',
].map(name => `extension/${name}`);

/** Half a floppy disk too many would be noticed by nobody but the reviewers of the next one. */
export const mostBytes = 1.5 * 1024 * 1024;

/**
 * What is wrong with the packed extension, one line each.
 * @param {readonly string[]} names the files in it
 * @param {number} bytes its size
 */
export function wrongContents(names, bytes) {
  const present = new Set(names.map(name => name.toLowerCase()));
  return [
    ...names.filter(name => !allowed.some(pattern => pattern.test(name))).map(name => `${name} does not belong in it`),
    ...required.filter(name => !present.has(name.toLowerCase())).map(name => `${name} is missing`),
    ...(bytes > mostBytes ? [`it has ${bytes} bytes, more than ${mostBytes}`] : []),
  ];
}
