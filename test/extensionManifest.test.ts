import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { readSettings } from '../client/host/settings/settings.ts';

/** package.json says the same as the code, in both languages. */
const root = String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT ?? process.cwd());
const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');
const manifest = JSON.parse(read('package.json'));
const properties: Record<string, any> = manifest.contributes.configuration.properties;
const defaults = Object.fromEntries(
  Object.entries(properties).map(([name, property]) => [name.replace('daemonscope.', ''), property.default]),
);

describe('package.json', () => {
  it('contributes the commands that the host registers', () => {
    const registered = fs
      .readdirSync(path.join(root, 'client/host/commands'))
      .map(file => /: Command = \{\s*name: '(\w+)'/.exec(read(`client/host/commands/${file}`))?.[1])
      .filter(name => name !== undefined);
    const listed = [
      ...(/commands: readonly Command\[\] = \[([^\]]*)\]/.exec(read('client/host/commands/commands.ts'))?.[1] ?? '').matchAll(/\w+/g),
    ];
    assert.ok(registered.length > 0);
    assert.deepEqual(listed.map(match => match[0]).sort(), registered.sort(), 'commands.ts lists every file');
    assert.deepEqual(
      manifest.contributes.commands.map((one: { command: string }) => one.command).sort(),
      registered.map(name => `daemonscope.${name}`).sort(),
    );
  });

  it('has no menu entry for a command that is not there', () => {
    const commands = new Set(manifest.contributes.commands.map((one: { command: string }) => one.command));
    const entries: { command: string }[] = Object.values<any>(manifest.contributes.menus).flat();
    assert.deepEqual(
      entries.filter(entry => !commands.has(entry.command)),
      [],
    );
  });

  it('has the defaults that the host has', () => {
    assert.deepEqual(
      readSettings(name => defaults[name]),
      readSettings(() => undefined),
    );
  });

  it('is translated: every placeholder has a text in every language, and no text is left over', () => {
    const used = [...new Set([...read('package.json').matchAll(/"%([\w.]+)%"/g)].map(match => match[1] ?? ''))].sort();
    for (const file of ['package.nls.json', 'package.nls.ko.json'])
      assert.deepEqual(Object.keys(JSON.parse(read(file))).sort(), used, file);
  });
});

describe('l10n', () => {
  it('holds every sentence of the host, in both languages', () => {
    const said = [...new Set(sources('client/host').flatMap(file => sentences(read(file))))].sort();
    assert.ok(said.length > 20);
    const english = `${JSON.stringify(Object.fromEntries(said.map(one => [one, one])), null, 2)}\n`;
    if (read('l10n/bundle.l10n.json') !== english) {
      fs.writeFileSync(path.join(root, 'l10n/bundle.l10n.json'), english);
      assert.fail('l10n/bundle.l10n.json was out of date and has been written anew: look at it and commit it');
    }
    const korean: Record<string, string> = JSON.parse(read('l10n/bundle.l10n.ko.json'));
    assert.deepEqual(Object.keys(korean).sort(), said);
  });

  it('keeps the places of arguments', () => {
    const places = (text: string): string[] => (text.match(/\{\d\}/g) ?? []).sort();
    for (const [english, korean] of Object.entries<string>(JSON.parse(read('l10n/bundle.l10n.ko.json')))) {
      assert.deepEqual(places(korean), places(english), english);
    }
  });
});

function sources(folder: string): string[] {
  return fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => /\.ts$/.test(file) && !/\.(test|d)\.ts$/.test(file))
    .map(file => path.join(folder, file));
}

/** The texts handed to `vscode.l10n.t` and to a {@link Say}. */
function sentences(code: string): string[] {
  return [...code.matchAll(/\b(?:l10n\.t|say)\(\s*'((?:\\.|[^'\\])*)'/g)].map(match => (match[1] ?? '').replace(/\\'/g, "'"));
}
