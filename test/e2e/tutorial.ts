import assert from 'node:assert/strict';
import { eventually, until } from '../kit/eventually.ts';
import { actOn, changing, countsOf, goTo, nodeStates, panelOf, part, table } from '../kit/vscode/panel.ts';
import { pictureOfFailure, type Window } from '../kit/vscode/window.ts';
import { openFile, pick, replaceText, runCommand } from '../kit/vscode/workbench.ts';
import type { Session } from './session.ts';

const name = 'fluentd-elasticsearch';

/** The classic DaemonSet tutorial, step by step, with the numbers that it prints. */
export function tutorial(session: () => Session): void {
  describe('the tutorial', () => {
    let window: Window;
    before(async () => {
      window = await session().open({ viewport: { width: 1600, height: 1000 } });
    });
    afterEach(pictureOfFailure(() => window));
    after(() => window.close());

    it('opens the panel from the command palette', async () => {
      await openFile(window, 'tutorial/fluentd-elasticsearch.yaml');
      await runCommand(window, 'Daemonscope: Simulate Rollout');
      await part(window, 'picture').waitFor();
      assert.equal(await part(window, 'name').innerText(), name);
      assert.equal(await part(window, 'namespace').innerText(), 'kube-system');
    });

    it('shows the first apply: four rows, DESIRED 2 and 5', async () => {
      await changing(window, async () => {
        await part(window, 'chooseBaseline').click();
        await pick(window, 'Nothing yet');
      });
      await goTo(window, 'End');
      await eventually('kubectl get daemonset -n kube-system', async () => (await table(window, 'daemonsets')).map(summary), [
        'calico-node 5 5 5 5 5 <none>',
        'fluentd-elasticsearch 2 2 2 2 2 <none>',
        'kube-proxy 5 5 5 5 5 kubernetes.io/os=linux',
        'nodelocaldns 5 5 5 5 5 <none>',
      ]);
      await window.screenshot('tutorial-1-first-apply');
    });

    it('replaces both pods one at a time when env is edited under RollingUpdate', async () => {
      await part(window, 'chooseBaseline').click();
      await pick(window, 'Git HEAD');
      await changing(window, () => replaceText(window, 'value: value', 'value: value01'));
      const seen = await walk(window);
      assert.deepEqual(seen.at(-1), { 'worker-1': 'updated', 'worker-2': 'updated' });
      const without = seen.map(states => Object.keys(states).filter(node => states[node] !== 'old' && states[node] !== 'updated'));
      assert.deepEqual([...new Set(without.flat())].sort(), ['worker-1', 'worker-2'], 'both pods are replaced');
      assert.ok(
        without.every(nodes => nodes.length <= 1),
        `one at a time, but: ${JSON.stringify(seen)}`,
      );
      await eventually('its row', () => countsOf(window, name), '2 2 2 2 2');
      await part(window, 'tab-describe').click();
      await until(
        'describe shows the new value',
        () => part(window, 'text').innerText(),
        text => /testenv:\s+value01/.test(text),
      );
      await window.screenshot('tutorial-2-rolling-update');
    });

    it('moves nothing when env is edited under OnDelete: UP-TO-DATE 0', async () => {
      await changing(window, () => replaceText(window, 'type: RollingUpdate', 'type: OnDelete'));
      await replaceText(window, '    rollingUpdate:\n      maxUnavailable: 1\n', '');
      await goTo(window, 'End');
      await eventually('its row', () => countsOf(window, name), '2 2 2 0 2');
      assert.deepEqual(await workers(window), { 'worker-1': 'old', 'worker-2': 'old' });
      await window.screenshot('tutorial-3-on-delete');
    });

    it('gives the new env to the pod that replaces a deleted one: UP-TO-DATE 1', async () => {
      await actOn(window, 'worker-1', 'delete-pod');
      await goTo(window, 'End');
      await eventually('its row', () => countsOf(window, name), '2 2 2 1 2');
      await eventually('states', () => workers(window), { 'worker-1': 'updated', 'worker-2': 'old' });
      await eventually('worker-1 says the new value', () => wordOf(window, 'worker-1').then(word => word.includes('value01')), true);
      await window.screenshot('tutorial-4-deleted-pod');
    });

    it('gives a worker that joins its pod by itself', async () => {
      const before = Object.keys(await nodeStates(window));
      await changing(window, () => part(window, 'action-add-node').click());
      await goTo(window, 'End');
      await eventually('its row', () => countsOf(window, name), '3 3 3 2 3');
      const joined = Object.entries(await nodeStates(window)).filter(([node]) => !before.includes(node));
      assert.deepEqual(
        joined.map(([, state]) => state),
        ['updated'],
      );
      await window.screenshot('tutorial-5-node-added');
    });

    it('lets the pod of a removed worker go, and moves it nowhere', async () => {
      const others = (await podsByNode(window)).filter(([node]) => node !== 'worker-2');
      await actOn(window, 'worker-2', 'remove-node');
      await goTo(window, 'End');
      await eventually('its row', () => countsOf(window, name), '2 2 2 2 2');
      assert.equal((await nodeStates(window))['worker-2'], undefined);
      await eventually('the pods that are left', () => podsByNode(window), others);
      await window.screenshot('tutorial-6-node-removed');
    });

    it('lists what was done, and undoes it', async () => {
      await part(window, 'tab-faults').click();
      await eventually('three faults', () => part(window, 'fault').count(), 3);
      await changing(window, () => part(window, 'action-clear').click());
      await goTo(window, 'End');
      await eventually('its row', () => countsOf(window, name), '2 2 2 0 2');
    });
  });
}

function summary(row: Readonly<Record<string, string>>): string {
  return ['NAME', 'DESIRED', 'CURRENT', 'READY', 'UP-TO-DATE', 'AVAILABLE', 'NODE SELECTOR'].map(title => row[title]).join(' ');
}

/** The workers' states at every change, from the start of the timeline to its end. */
async function walk(window: Window): Promise<readonly Readonly<Record<string, string>>[]> {
  await goTo(window, 'Home');
  await part(window, 'step-over').waitFor();
  const seen = [await workers(window)];
  for (let steps = 0; steps < 100; steps++) {
    const at = await playhead(window);
    await part(window, 'step-over').click();
    if ((await playhead(window)) === at) return seen;
    seen.push(await workers(window));
  }
  throw new Error('the timeline has no end');
}

async function playhead(window: Window): Promise<number> {
  return Number(await part(window, 'picture').getAttribute('data-at'));
}

async function workers(window: Window): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries(Object.entries(await nodeStates(window)).filter(([node]) => node.startsWith('worker')));
}

function wordOf(window: Window, node: string): Promise<string> {
  return panelOf(window).locator(`[data-testid="node-row"][data-node="${node}"]`).innerText();
}

/** Node and pod name, of the DaemonSet's own pods. */
async function podsByNode(window: Window): Promise<readonly (readonly [string, string])[]> {
  const rows = await table(window, 'pods');
  return rows
    .filter(row => row.NAME?.startsWith(name))
    .map(row => [row.NODE ?? '', row.NAME ?? ''] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
