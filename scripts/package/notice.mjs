// The part of NOTICE that names the software inside the bundles, with its licences.
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../vscode-host/paths.mjs';

const file = path.join(root, 'NOTICE');
const begin = 'This extension contains the following software:';

/** Writes that part anew when it is out of date. @returns {boolean} whether it was */
export function renewNotice() {
  const text = fs.readFileSync(file, 'utf8');
  const renewed = `${(text.split(begin)[0] ?? '').trimEnd()}\n\n${thirdPartyNotices()}`;
  if (renewed === text) return false;
  fs.writeFileSync(file, renewed);
  return true;
}

/** That part, made from what the last build bundled (out/bundled-packages.json). */
function thirdPartyNotices() {
  /** @type {string[]} */
  const folders = JSON.parse(fs.readFileSync(path.join(root, 'out', 'bundled-packages.json'), 'utf8'));
  const entries = folders.map(entryOf).sort((a, b) => (a.name < b.name ? -1 : 1));
  const groups = new Map();
  for (const { name, version, license, text } of entries) {
    const key = `${license}\n${text}`;
    groups.set(key, [...(groups.get(key) ?? []), `${name} ${version}`]);
  }
  const parts = [...groups].map(([key, names]) => {
    const [license, ...text] = key.split('\n');
    return `${names.join('\n')}\n(${license})\n\n${text.join('\n')}`;
  });
  return `${begin}\n\n${parts.join(`\n\n${'-'.repeat(78)}\n\n`)}\n`;
}

/**
 * @param {string} folder
 * @returns {{ name: string, version: string, license: string, text: string }}
 */
function entryOf(folder) {
  const { name, version, license } = JSON.parse(fs.readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
  const file = fs.readdirSync(path.join(root, folder)).find(one => /^(licen[cs]e|copying)/i.test(one));
  const text = file === undefined ? '' : fs.readFileSync(path.join(root, folder, file), 'utf8');
  return { name, version, license, text: tidy(text) };
}

/** Apache's long text is already in LICENSE. */
function tidy(/** @type {string} */ text) {
  const plain = text.replaceAll('\r', '').trim();
  return /Apache License\s+Version 2\.0/.test(plain) ? 'See LICENSE.' : plain;
}
