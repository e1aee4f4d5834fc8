import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { readScenarioFile } from '../../../core/simulation/scenarioFile.ts';
import { scenarioOf } from '../state/scenario.ts';
import { openScenario } from './openScenario.ts';

const folder = path.join(String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT), 'examples', 'scenarios');
const source = (json: object, files = {}) => ({
  uri: 'file:///a.scenario.yaml',
  label: 'a.scenario.yaml',
  version: 1,
  json: json as never,
  lines: { apiVersion: 0, edit: 2 },
  files,
});

describe('a scenario file in the panel', () => {
  for (const file of fs.readdirSync(folder).filter(name => name.endsWith('.yaml'))) {
    it(`is simulated as the command does: ${file}`, () => {
      const json = parse(fs.readFileSync(path.join(folder, file), 'utf8'));
      const none = () => ({ ok: false, message: 'no files here' }) as const;
      const read = readScenarioFile(json, none);
      const found = openScenario(source(json));
      assert.ok(read.ok && found.ok);
      assert.deepEqual(scenarioOf(found.subject, found.opened.events, found.opened), read.file.scenario);
    });
  }

  it('takes manifests from the files that came along, and says which did not', () => {
    const json = { apiVersion: 'daemonscope.dev/v1alpha1', kind: 'Scenario', edit: 'agent.yaml' };
    const template = { metadata: { labels: { a: 'b' } }, spec: { containers: [{ name: 'a', image: 'a:1' }] } };
    const agent = {
      ...{ apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'agent' } },
      spec: { selector: { matchLabels: { a: 'b' } }, template },
    };
    const found = openScenario(source(json, { 'agent.yaml': { ok: true, objects: [agent] } }));
    assert.equal(found.ok && found.subject.name, 'agent');
    const missing = openScenario(source(json, { 'agent.yaml': { ok: false, message: 'agent.yaml cannot be read: gone' } }));
    assert.match(missing.ok ? '' : missing.message, /agent\.yaml cannot be read: gone/);
    assert.equal(missing.ok ? null : missing.line, 2);
    assert.equal(openScenario(source(json, { __proto__: { 'agent.yaml': 3 } })).ok, false);
  });

  it('says what is wrong with a file of another version, or with none', () => {
    for (const json of [{}, { apiVersion: 'daemonscope.dev/v9', kind: 'Scenario' }, { kind: 3 }]) {
      const found = openScenario(source(json));
      assert.ok(!found.ok && found.message.length > 10, JSON.stringify(found));
    }
  });
});
