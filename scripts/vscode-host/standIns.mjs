// Two native add-ons of the VS Code server have no prebuilt binary for npm alone. These stand-ins do their work without a compiler:
// log files (@vscode/spdlog) and "exit when the parent is gone" (@vscode/native-watchdog).
import fs from 'node:fs';
import path from 'node:path';
import { vscodeDir } from './paths.mjs';

// One statement an export: the importer is an ES module and finds names by their text.
const spdlog = `const fs = require('fs');
const path = require('path');
const names = ['trace', 'debug', 'info', 'warning', 'error', 'critical', 'off'];
class Logger {
  constructor(file) { this.file = file; this.level = 2; this.raw = false; }
  write(level, message) {
    if (this.file === undefined || level < this.level) return;
    const line = this.raw ? message : new Date().toISOString() + ' [' + names[level] + '] ' + message + '\\n';
    try { fs.appendFileSync(this.file, line); } catch { this.file = undefined; }
  }
  trace(message) { this.write(0, message); }
  debug(message) { this.write(1, message); }
  info(message) { this.write(2, message); }
  warn(message) { this.write(3, message); }
  error(message) { this.write(4, message); }
  critical(message) { this.write(5, message); }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() {}
  clearFormatters() { this.raw = true; }
  flush() {}
  drop() { this.file = undefined; }
}
const make = async (name, file) => { await fs.promises.mkdir(path.dirname(file), { recursive: true }); return new Logger(file); };
exports.version = 0;
exports.Logger = Logger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.createRotatingLogger = make;
exports.createAsyncRotatingLogger = make;
`;

const watchdog = `exports.start = pid => {
  setInterval(() => {
    try { process.kill(pid, 0); } catch (error) { if (error.code === 'ESRCH') process.exit(87); }
  }, 1000).unref();
};
exports.exit = code => process.exit(code || 0);
`;

/** All stand-ins as one text: it changes when one of them does. */
export const standIns = spdlog + watchdog;

export function writeStandIns() {
  fs.writeFileSync(path.join(vscodeDir, 'node_modules', '@vscode', 'spdlog', 'index.js'), spdlog);
  fs.writeFileSync(path.join(vscodeDir, 'node_modules', '@vscode', 'native-watchdog', 'index.js'), watchdog);
}
