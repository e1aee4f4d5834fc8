import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { readAnnotated } from '../../../test/kit/annotatedYaml.ts';
import { type CodeAction, codeActionsIn, fixAll } from '../codeActions.ts';
import { indexLines, offsetAt } from '../document/lineIndex.ts';
import { splitDocuments } from '../document/split.ts';
import { reportOn } from '../report.ts';
import { defaultAnalysisSettings, plainFile } from '../settings.ts';

const root = String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT);
const everywhere = { start: { line: 0, character: 0 }, end: { line: 100_000, character: 0 } };
const settings = { ...defaultAnalysisSettings, rules: new Map([['no-readiness-probe', 'off'] as const]) };

function apply(text: string, edits: CodeAction['edits']): string {
  const lines = indexLines(text);
  const sorted = [...edits].sort((a, b) => offsetAt(lines, b.range.start) - offsetAt(lines, a.range.start));
  return sorted.reduce(
    (done, edit) => done.slice(0, offsetAt(lines, edit.range.start)) + edit.newText + done.slice(offsetAt(lines, edit.range.end)),
    text,
  );
}

function messages(text: string): string[] {
  return reportOn(text, plainFile, settings).problems.map(problem => `${problem.rule} ${problem.path}`);
}

function fixture(name: string): string {
  return readAnnotated(fs.readFileSync(path.join(root, 'test', 'fixtures', 'diagnostics', name), 'utf8')).text;
}

/** A manifest that is right but for `broken` in place of `right`. */
function manifestWith(right: string, broken: string): string {
  const whole = `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: agent
spec:
  selector:
    matchLabels:
      app: agent
  updateStrategy:
    type: RollingUpdate
    rollingUpdate:
      maxUnavailable: 1
  template:
    metadata:
      labels:
        app: agent
    spec:
      containers:
        - name: agent
          image: registry.example.com/agent:1.0.0
          env:
            - name: PORT
              value: "80"
          ports:
            - containerPort: 80
          volumeMounts:
            - name: logs
              mountPath: /var/log
      volumes:
        - name: logs
          hostPath:
            path: /var/log
`;
  assert.ok(whole.includes(right), right);
  return whole.replace(right, broken);
}

describe('fixes', () => {
  const cases: [string, string, string][] = [
    ['Change to maxUnavailable', 'maxUnavailable: 1', 'maxUnavailabel: 1'],
    ['Remove hostPort80', '- containerPort: 80', '- containerPort: 80\n              hostPort80: 80'],
    ['Change to RollingUpdate', 'type: RollingUpdate', 'type: Rolling'],
    ['Put it in quotes', 'value: "80"', 'value: 80'],
    ['Take the quotes away', 'containerPort: 80', 'containerPort: "80"'],
    ["Set app: agent in the template's labels", 'labels:\n        app: agent', 'labels:\n        app: agents'],
    ["Set app: agent in the template's labels", 'labels:\n        app: agent', 'labels:\n        tier: node'],
    ["Set app: agent in the template's labels", 'labels:\n        app: agent', 'labels: {tier: node}'],
    ['Set maxUnavailable: 0', 'maxUnavailable: 1', 'maxSurge: 1'],
    ['Set maxUnavailable: 0', 'maxUnavailable: 1', 'maxSurge: 1\n      maxUnavailable: 1'],
    ['Remove maxSurge', 'maxUnavailable: 1', 'maxUnavailable: 1\n      maxSurge: 1'],
    ['Set maxUnavailable: 1', 'maxUnavailable: 1', 'maxUnavailable: 0'],
    ['Change to logs', '- name: logs\n              mountPath', '- name: log\n              mountPath'],
    ['Write it as path', 'hostPath:\n            path: /var/log', 'hostPath: /var/log'],
    ['Change to 128Mi', '- containerPort: 80', '- containerPort: 80\n          resources:\n            limits: {memory: 128MB}'],
    ['Change to DaemonSet', 'kind: DaemonSet', 'kind: Daemonset'],
    ['Change to apps/v1', 'apiVersion: apps/v1', 'apiVersion: extensions/v1beta1'],
    ['Remove the first one', 'metadata:\n  name: agent', 'metadata:\n  name: agnt\n  name: agent'],
    ['Remove this key and its value', '- containerPort: 80', '- containerPort: 80\n              containerPort: 80'],
    ['Add apiVersion: apps/v1', 'apiVersion: apps/v1\n', ''],
    ['Insert "spec:" above', 'name: agent\nspec:\n', 'name: agent\n'],
    ['Insert "template:" above', '  template:\n', ''],
    ['Insert "volumes:" above', '      volumes:\n', ''],
    ['Change to agent', 'metadata:\n  name: agent', 'metadata:\n  name: Agent'],
    ['Change to my-agent', 'metadata:\n  name: agent', 'metadata:\n  name: my_agent'],
    ['Change to a-very-long-por', '- containerPort: 80', '- containerPort: 80\n              name: a-very-long-port-name'],
    ['Change to a-b', 'name: agent\nspec', 'name: agent\n  labels: {x: "a b"}\nspec'],
    ['Put a dash before the first key', '- containerPort: 80', 'containerPort: 80'],
    ['Take it out of the list', 'type: RollingUpdate', 'type: [RollingUpdate]'],
    ['Remove the dash', 'hostPath:\n            path: /var/log', 'hostPath:\n            - path: /var/log'],
    ['Make it a list', 'value: "80"\n', 'value: "80"\n          command: /agent\n'],
    ['Write it as {name: "pull"}', '      volumes:\n', '      imagePullSecrets: [pull]\n      volumes:\n'],
    ['Write it as {name: A, value: "1"}', '- name: PORT\n              value: "80"', '- A=1'],
    ['Change to 300', '      volumes:\n', '      terminationGracePeriodSeconds: 5m\n      volumes:\n'],
    ['Change to true', '      volumes:\n', '      hostNetwork: "yes"\n      volumes:\n'],
    ['Change to 10', 'maxUnavailable: 1', 'maxUnavailable: "10"'],
    ['Change to 100Mi', '- containerPort: 80', '- containerPort: 80\n          resources:\n            limits: {memory: 100 Mi}'],
    ['Set operator: In', 'matchLabels:\n      app: agent', 'matchExpressions:\n      - {key: app, operator: in, values: [agent]}'],
    ['Set operator: Exists', '      volumes:\n', '      tolerations:\n        - effect: NoSchedule\n      volumes:\n'],
    ['Set effect: NoExecute', '      volumes:\n', '      tolerations:\n        - {key: a, tolerationSeconds: 5}\n      volumes:\n'],
    ["Select by the template's labels", '  selector:\n    matchLabels:\n      app: agent\n', ''],
    ["Select by the template's labels", 'selector:\n    matchLabels:\n      app: agent\n', 'selector: {}\n'],
    ['Give the template the labels of the selector', '      labels:\n        app: agent\n', '      annotations: {a: b}\n'],
    ['Set type: RuntimeDefault', '      volumes:\n', '      securityContext:\n        seccompProfile: {}\n      volumes:\n'],
    ['Remove activeDeadlineSeconds', '      volumes:\n', '      activeDeadlineSeconds: 5\n      volumes:\n'],
    [
      'Insert "- name: logs" above',
      '        - name: logs\n          hostPath',
      '        - hostPath: {path: /other}\n          name: other\n          hostPath',
    ],
    ['Ignore invalid-value here', 'maxUnavailable: 1', 'maxUnavailable: 1\n      maxSurge: 1'],
  ];
  for (const [title, right, broken] of cases) {
    it(`"${title}" mends ${JSON.stringify(broken.trim())}`, () => {
      const text = manifestWith(right, broken);
      const actions = codeActionsIn(text, everywhere, plainFile, settings);
      const action = actions.find(one => one.title === title);
      assert.ok(action, `only ${actions.map(one => one.title).join(', ')}`);
      assert.notDeepEqual(messages(text), []);
      const mended = apply(text, action.edits);
      assert.deepEqual(messages(mended), [], mended);
    });
  }

  it('of every fixture mend what they are offered for, one by one, and bring no other error', () => {
    const folder = path.join(root, 'test', 'fixtures', 'diagnostics');
    const chunks = fs.readdirSync(folder).flatMap(file => splitDocuments(fixture(file)).map(chunk => chunk.text));
    const counted = chunks.flatMap(text => {
      const before = messages(text);
      return codeActionsIn(text, everywhere, plainFile, settings).map(action => {
        const after = messages(apply(text, action.edits));
        const own = (list: string[]): number => list.filter(one => one.startsWith(`${action.rule} `)).length;
        assert.ok(own(after) < own(before) || after.length < before.length, `${action.title}:\n${text}`);
        assert.deepEqual(
          after.filter(one => !before.includes(one)),
          [],
          `${action.title}:\n${text}`,
        );
        return action.title;
      });
    });
    assert.ok(counted.length > 50, String(counted.length));
  });

  it('all at once leave fewer problems, and none that was not there', () => {
    const text = fixture('judged.yaml');
    const mended = apply(text, fixAll(text, plainFile, settings));
    const before = messages(text);
    const after = messages(mended);
    assert.ok(after.length < before.length - 3, after.join('\n'));
    assert.deepEqual(
      after.filter(one => !before.includes(one)),
      [],
    );
  });
});
