import assert from 'node:assert/strict';
import { readFolderSettings, withFolderSettings } from './folderSettings.ts';
import { defaultAnalysisSettings } from './settings.ts';

const problems = (text: string): string[] =>
  readFolderSettings(text).problems.map(one => `${one.position.line + 1}:${one.position.character + 1} ${one.message}`);

describe('.daemonscope.yaml', () => {
  it('says what the settings of the editor say', () => {
    const text = `# 팀 설정
kubernetesVersion: "1.30"
cluster: clusters/prod.yaml
rules:
  no-readiness-probe: off
  all-nodes-at-once: error
hygiene: {enable: true}
codeLens:
  enable: false
`;
    assert.deepEqual(readFolderSettings(text), {
      settings: {
        kubernetesVersion: '1.30',
        cluster: 'clusters/prod.yaml',
        rules: new Map([
          ['no-readiness-probe', 'off'],
          ['all-nodes-at-once', 'error'],
        ]),
        hygiene: true,
        codeLens: false,
      },
      problems: [],
    });
  });

  it('wins over the settings, key by key and rule by rule', () => {
    const user = { ...defaultAnalysisSettings, rules: new Map([['no-requests', 'off'] as const, ['unknown-field', 'off'] as const]) };
    const { settings } = readFolderSettings('rules: {unknown-field: error}\n');
    const both = withFolderSettings(user, settings);
    assert.deepEqual(
      [...both.rules],
      [
        ['no-requests', 'off'],
        ['unknown-field', 'error'],
      ],
    );
    assert.equal(both.kubernetesVersion, defaultAnalysisSettings.kubernetesVersion);
  });

  it('may be empty', () => {
    for (const text of ['', '# nothing\n', '---\n', '{}']) assert.deepEqual(readFolderSettings(text), { settings: {}, problems: [] });
  });

  it('keeps what is right and tells what is not, at its place', () => {
    const text =
      'kubernetesVersion: 1.5\nhygiene: yes\nrules:\n  no-requests: fatal\n  no-limits: off\n  no-priority-class: hint\nclusters: kind\n__proto__: {x: 1}\n';
    assert.deepEqual(
      problems(text).map(one => one.split(' ').slice(0, 2).join(' ')),
      ['1:1 kubernetesVersion:', '2:1 hygiene:', '4:3 rules.no-requests:', '5:3 rules.no-limits:', '7:1 clusters:', '8:1 __proto__:'],
    );
    assert.deepEqual([...(readFolderSettings(text).settings.rules ?? [])], [['no-priority-class', 'hint']]);
  });

  it('names the rule that a misspelt one may mean', () => {
    assert.deepEqual(problems('rules: {no-readines-probe: off}\n'), [
      '1:9 rules.no-readines-probe: there is no rule no-readines-probe: did you mean no-readiness-probe?',
    ]);
    assert.deepEqual(problems('rules: {toString: off}\n'), ['1:9 rules.toString: there is no rule toString']);
  });

  it('may be no settings at all', () => {
    assert.match(problems('- a\n').join(), /1:3 .*keys and values/);
    assert.match(problems('a: [\n').join(), /^\d+:\d+ /);
    assert.match(problems('a: 1\na: 2\n').join(), /2:1/);
    assert.match(problems('rules: [1]\n').join(), /names of rules/);
  });
});
