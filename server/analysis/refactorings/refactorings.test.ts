import assert from 'node:assert/strict';
import { readYamlDocument } from '../document/yamlDocument.ts';
import { applySpanEdits } from '../edits/applySpanEdits.ts';
import { reportOn } from '../report.ts';
import { defaultAnalysisSettings, plainFile } from '../settings.ts';
import { refactoringsAt } from './refactorings.ts';

const head = 'apiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n  name: agent\nspec:\n  selector:\n    matchLabels: {app: agent}\n';
const template = `  template:
    metadata:
      labels: {app: agent}
    spec:
      containers:
        - name: agent
          image: registry.example.com/agent:1.0.0 # the newest
          ports:
            - name: http
              containerPort: 80

      # what the pod mounts
      volumes: []
`;
const strategies: [string, string][] = [
  ['none', ''],
  ['OnDelete', '  updateStrategy: # by hand\n    type: OnDelete\n'],
  ['RollingUpdate', '  updateStrategy:\n    type: RollingUpdate\n    rollingUpdate:\n      maxUnavailable: 1\n\n'],
];

/** Every refactoring at the first occurrence of `word`, applied: title → text. */
function rewritten(text: string, word: string, asked = false): Map<string, string> {
  const found = refactoringsAt(readYamlDocument(text, plainFile), text.indexOf(word) + 1, asked);
  return new Map(found.map(({ title, edits }) => [title, applySpanEdits(text, edits)]));
}

function problems(text: string): string[] {
  return reportOn(text, plainFile, defaultAnalysisSettings)
    .problems.filter(one => one.severity !== 'hint')
    .map(one => one.message);
}

describe('refactorings', () => {
  for (const [name, strategy] of strategies) {
    it(`change the strategy from ${name} to each other, and back to nothing wrong`, () => {
      const text = head + strategy + template;
      const all = rewritten(text, strategy === '' ? 'spec:' : 'updateStrategy');
      assert.ok(all.size >= 3, [...all.keys()].join(', '));
      for (const [title, changed] of all) {
        assert.deepEqual(problems(changed), [], `${title}:\n${changed}`);
        assert.ok(changed.includes('# the newest') && changed.includes('# what the pod mounts'));
      }
    });
  }

  it('do not offer a surge where the node has but one port', () => {
    const text = (head + template).replace('containerPort: 80', 'containerPort: 80\n              hostPort: 80');
    assert.ok(![...rewritten(text, 'spec:').keys()].some(title => title.includes('maxSurge')));
  });

  it('add a readiness probe on the port that the container has', () => {
    const changed = rewritten(head + template, 'image:').get('Add a readinessProbe') ?? '';
    assert.match(changed, /port: http\n/);
    assert.deepEqual(problems(changed), []);
    assert.equal(rewritten(changed, 'image:').has('Add a readinessProbe'), false);
  });

  it('add resources', () => {
    const changed = rewritten(head + template, 'image:').get('Add resource requests and a memory limit') ?? '';
    assert.match(changed, /memory: 128Mi/);
    assert.deepEqual(problems(changed), []);
  });

  it('work in braces, too', () => {
    const braces = `${head}  updateStrategy: {type: OnDelete} # by hand\n${template}`;
    const changed = rewritten(braces, 'updateStrategy').get('Roll out to 10% of the nodes at a time') ?? '';
    assert.match(changed, /updateStrategy: \{type: RollingUpdate, rollingUpdate: \{ maxUnavailable: 10% \}\} # by hand/);
    assert.deepEqual(problems(changed), []);
  });

  it('do not offer a surge where the old pod holds a device', () => {
    const text = (head + template).replace('ports:', 'resources: {limits: {example.com/gpu: 1}}\n          ports:');
    assert.ok(![...rewritten(text, 'spec:').keys()].some(title => title.includes('maxSurge')));
  });

  it('leave what cannot be read alone', () => {
    assert.equal(rewritten(`${head}  oops\n${template}`, 'image:').size, 0);
    assert.equal(rewritten('kind: Pod\n', 'Pod').size, 0);
  });
});
