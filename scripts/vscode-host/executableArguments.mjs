// The arguments that @vscode/test-electron and people give to VS Code's executable, as far as the npm-made one understands them.
import fs from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} Arguments
 * @property {string | null} userDataDir
 * @property {string | null} extensionsDir
 * @property {string[]} extensionDevelopmentPaths absolute
 * @property {string | null} extensionTestsPath absolute
 * @property {boolean} workspaceTrust
 * @property {boolean} disableExtensions
 * @property {string | null} target the folder or file to open, absolute
 */

const valued = new Set(['extensionTestsPath', 'extensionDevelopmentPath', 'user-data-dir', 'extensions-dir', 'locale', 'log']);

/**
 * Reads them; what it does not know is left aside.
 * @param {readonly string[]} args
 * @returns {Arguments}
 */
export function readArguments(args) {
  const { options, others } = split(args);
  const last = (/** @type {string} */ name) => options.filter(option => option.name === name).at(-1)?.value ?? null;
  const asPath = (/** @type {string | null} */ value) => (value === null ? null : absolute(value));
  return {
    userDataDir: asPath(last('user-data-dir')),
    extensionsDir: asPath(last('extensions-dir')),
    extensionDevelopmentPaths: options.filter(option => option.name === 'extensionDevelopmentPath').map(option => absolute(option.value)),
    extensionTestsPath: asPath(last('extensionTestsPath')),
    workspaceTrust: last('disable-workspace-trust') === null,
    disableExtensions: last('disable-extensions') !== null,
    target: others.map(absolute).find(file => fs.existsSync(file)) ?? null,
  };
}

/** @param {readonly string[]} args */
function split(args) {
  /** @type {{ name: string, value: string }[]} */
  const options = [];
  /** @type {string[]} */
  const others = [];
  const left = [...args];
  for (let argument = left.shift(); argument !== undefined; argument = left.shift()) {
    const [, name, value] = /^--([\w-]+)(?:=(.*))?$/s.exec(argument) ?? [];
    if (name === undefined) others.push(argument);
    else options.push({ name, value: value ?? (valued.has(name) ? (left.shift() ?? '') : '') });
  }
  return { options, others };
}

/** @param {string} value a path or a file: URL */
const absolute = value => (value.startsWith('file:') ? decodeURI(new URL(value).pathname) : path.resolve(value));
