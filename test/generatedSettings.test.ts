import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { defaultKubernetesVersion, kubernetesVersions } from '../core/kubernetes/versions.ts';
import { defaultAssumptions } from '../core/simulation/assumptions.ts';
import { rules } from '../server/analysis/rules/rules.ts';

/** The settings in package.json that follow from the code: a test that finds them out of date writes them anew, then fails. */
const root = String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT ?? process.cwd());
const file = path.join(root, 'package.json');
const manifest = JSON.parse(fs.readFileSync(file, 'utf8'));
const properties: Record<string, any> = manifest.contributes.configuration.properties;

describe('settings that follow from the code', () => {
  it('offer the Kubernetes versions that are known', () =>
    hold('daemonscope.kubernetesVersion', { enum: [...kubernetesVersions], default: defaultKubernetesVersion }));

  it('offer every assumption with its default', () =>
    hold('daemonscope.assumptions', {
      properties: Object.fromEntries(Object.entries(defaultAssumptions).map(([name, value]) => [name, assumption(name, value)])),
    }));

  it('offer every rule with its level and the first words of its document', () =>
    hold('daemonscope.rules', { properties: Object.fromEntries([...rules].sort(byName).map(rule => [rule.name, level(rule)])) }));
});

function assumption(name: string, value: number | null): object {
  const type = name === 'jitter' ? 'number' : 'integer';
  return {
    type: value === null ? [type, 'null'] : type,
    minimum: 0,
    ...(name === 'jitter' ? { maximum: 1 } : {}),
    default: value,
    description: `%assumption.${name}%`,
  };
}

function level(rule: (typeof rules)[number]): object {
  const document = fs.readFileSync(path.join(root, 'server/analysis/rules', `${rule.name}.md`), 'utf8');
  const paragraph =
    document
      .split(/\n\s*\n/)[1]
      ?.replaceAll(/\s+/g, ' ')
      .trim() ?? '';
  assert.ok(paragraph.length > 20, `${rule.name}.md begins with a sentence`);
  return { type: 'string', enum: ['off', 'hint', 'warning', 'error'], default: rule.level, markdownDescription: paragraph };
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}

/** Holds parts of a setting to what the code says. */
function hold(setting: string, parts: Readonly<Record<string, unknown>>): void {
  const wanted = { ...properties[setting], ...parts };
  if (JSON.stringify(wanted) === JSON.stringify(properties[setting])) return;
  properties[setting] = wanted;
  fs.writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
  spawnSync(process.execPath, [path.join(root, 'node_modules/@biomejs/biome/bin/biome'), 'format', '--write', file], { cwd: root });
  assert.fail(`${setting} was out of date and has been written anew in package.json: look at it and commit it`);
}
