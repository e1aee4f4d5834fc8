// The workspace that a try opens: a copy of examples/ in a temp folder, a Git repository of its own with one commit, so that "Git HEAD" works and the clone stays clean.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './paths.mjs';

/**
 * @param {string} parent an empty folder of the caller's
 * @param {{ files?: Readonly<Record<string, string>>, git?: boolean }} [how] files: texts to add or replace, by their path
 * @returns {{ folder: string, git: boolean }} git: false when there is no git on this machine, or none was asked for
 */
export function copyExamples(parent, { files = {}, git = true } = {}) {
  const folder = path.join(parent, 'examples');
  fs.cpSync(path.join(root, 'examples'), folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), text);
  }
  return { folder, git: git && commitAll(folder) };
}

/** @param {string} prefix */
export const tempDir = prefix => fs.mkdtempSync(path.join(os.tmpdir(), prefix));

/**
 * Whether a copy differs from its one commit; true as well when that cannot be told.
 * @param {string} folder
 */
export function changedFiles(folder) {
  const status = git(folder, ['status', '--porcelain']);
  return status.status === 0
    ? status.stdout
        .split('\n')
        .filter(Boolean)
        .map(line => line.slice(3))
    : [];
}

/** @param {string} folder */
function commitAll(folder) {
  const who = [
    '-c',
    'user.name=Daemonscope',
    '-c',
    'user.email=daemonscope@localhost',
    '-c',
    'commit.gpgsign=false',
    '-c',
    'core.hooksPath=/dev/null',
  ];
  const steps = [
    ['init', '--quiet', '--initial-branch=main'],
    ['add', '--all'],
    [...who, 'commit', '--quiet', '--message=Examples'],
  ];
  return steps.every(args => git(folder, args).status === 0);
}

/**
 * @param {string} folder
 * @param {string[]} args
 */
function git(folder, args) {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: os.devNull, GIT_CONFIG_SYSTEM: os.devNull };
  for (const name of ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE']) Reflect.deleteProperty(env, name);
  return spawnSync('git', args, { cwd: folder, encoding: 'utf8', env });
}
