import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { kubernetesJsonSchema } from './kubernetesJsonSchema.ts';

/** The last one that runs on Node 20. */
const version = '1.25.0';

/** Red Hat's YAML language server in a folder of its own, with a schema of a DaemonSet. */
export interface YamlLanguageServer {
  readonly version: string;
  readonly program: string;
  /** What a client answers when it asks for its settings. */
  readonly configuration: (section: string) => unknown;
  readonly remove: () => void;
}

/** Installs it from the npm registry into a temporary folder; null where that cannot be had (no network). */
export function installYamlLanguageServer(): YamlLanguageServer | null {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'daemonscope-yls-'));
  const remove = (): void => fs.rmSync(folder, { recursive: true, force: true });
  fs.writeFileSync(path.join(folder, 'package.json'), '{ "private": true }');
  const flags = ['--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts', '--fetch-retries=0', '--fetch-timeout=20000'];
  const run = spawnSync('npm', ['install', '--prefix', folder, ...flags, `yaml-language-server@${version}`], {
    cwd: folder,
    stdio: 'ignore',
  });
  const program = path.join(folder, 'node_modules', 'yaml-language-server', 'bin', 'yaml-language-server');
  if (run.status !== 0 || !fs.existsSync(program)) {
    remove();
    return null;
  }
  const schema = path.join(folder, 'daemonset.json');
  fs.writeFileSync(schema, JSON.stringify(kubernetesJsonSchema()));
  const yaml = {
    schemas: { [pathToFileURL(schema).href]: '*.yaml' },
    schemaStore: { enable: false },
    kubernetesCRDStore: { enable: false },
    validate: true,
    hover: true,
    completion: true,
    maxItemsComputed: 5_000,
  };
  return { version, program, configuration: section => (section === 'yaml' ? yaml : {}), remove };
}
