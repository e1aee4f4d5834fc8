import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { checkHostMessage } from '../../client/webview/checkHostMessage.ts';
import { scenarioOf } from '../../client/webview/state/scenario.ts';
import { simulate } from '../../core/simulation/run.ts';
import { traceHash } from '../../core/simulation/timeline.ts';
import { themeNames } from '../../scripts/panel/themes.mjs';
import { barriers } from './barriers.ts';
import { openPanelSession, type PanelSession } from './session.ts';

const root = String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT);

describe('the panel in a browser', () => {
  let session: PanelSession;
  before(async () => {
    session = await openPanelSession();
  });
  after(() => session.close());

  it('comes to the same trace hash as Node', async () => {
    for (const name of ['tutorial', 'stall'] as const) {
      const panel = await session.open(name);
      const message = checkHostMessage({ type: 'subject', subject: session.states[name]?.subject });
      const kept = await panel.kept();
      assert.ok(message?.type === 'subject');
      const simulated = simulate(scenarioOf(message.subject, kept.faults));
      assert.ok(simulated.ok);
      assert.equal(await panel.page.getAttribute('[data-testid="picture"]', 'data-hash'), traceHash(simulated.timeline));
      await panel.close();
    }
  });

  it('obeys the Content-Security-Policy of the extension, and says nothing on the console', async () => {
    const panel = await session.open('tutorial');
    await panel.page.keyboard.press('End');
    await panel.settled();
    assert.deepEqual(panel.complaints, []);
    await panel.close();
  });

  for (const [name, width] of [
    ['tutorial', 320],
    ['stall', 420],
    ['onDelete', 860],
  ] as const) {
    it(`does not scroll sideways: ${name} at ${width} px`, async () => {
      const panel = await session.open(name, { width });
      assert.equal(await panel.page.evaluate(() => document.documentElement.scrollWidth), width);
      await panel.close();
    });
  }

  for (const theme of themeNames) {
    it(`has no barrier that axe finds: ${theme}`, async () => {
      for (const name of ['tutorial', 'stall', 'invalid'] as const) {
        const panel = await session.open(name, { theme });
        assert.deepEqual(await barriers(panel), [], name);
        await panel.close();
      }
    });
  }

  it('shows text of the manifest as text, whatever it holds', async () => {
    const panel = await session.open('tutorial');
    const hostile = '<img src=x onerror="document.title=1">\u202e';
    const { subject } = session.states['tutorial'] ?? {};
    const cluster = { ...Reflect.get(subject ?? {}, 'cluster'), name: hostile };
    await panel.tell({ type: 'subject', subject: { ...subject, name: hostile, cluster } });
    await panel.page.waitForFunction(text => document.querySelector('h1')?.textContent === text, hostile);
    assert.equal(await panel.page.locator('img').count(), 0);
    await panel.close();
  });

  it('takes no notice of a message that nobody knows', async () => {
    const panel = await session.open('tutorial');
    const before = await panel.page.getAttribute('[data-testid="picture"]', 'data-run');
    const strange = [null, 7, 'subject', [], {}, { type: 'nobody' }, { type: 'subject' }, { type: 'subject', subject: { uri: 3 } }];
    const halves = [{ type: 'problem', problem: { kind: 'invalid', message: {} } }, { type: 'live', live: {} }, { type: 'baseline' }];
    for (const message of [...strange, ...halves, { type: 'export', as: 'exe' }, { type: 'scenario', source: null }])
      await panel.tell(message);
    await panel.settled();
    assert.equal(await panel.page.getAttribute('[data-testid="picture"]', 'data-run'), before);
    assert.equal(await panel.page.locator('[data-testid="problem"]').count(), 0);
    assert.deepEqual(panel.complaints, []);
    await panel.close();
  });

  it('does every fault that it offers, and takes each back', async () => {
    const panel = await session.open('tutorial', { kept: { uri: 'file:///fluentd-elasticsearch.yaml', index: 0, wanted: 1_000 } });
    const run = (): Promise<string | null> => panel.page.getAttribute('[data-testid="picture"]', 'data-run');
    const another = (before: string | null): Promise<unknown> =>
      panel.page.waitForFunction(old => document.querySelector('[data-testid="picture"]')?.getAttribute('data-run') !== old, before);
    await panel.page.click('[data-node="worker-1"]');
    await panel.page.waitForSelector('[data-testid="details"][data-node="worker-1"]');
    const ids = await panel.page
      .locator('.action[data-testid^="action-"]:not([disabled]):not([data-testid="action-edit-again"])')
      .evaluateAll(buttons => buttons.map(button => button.getAttribute('data-testid') ?? ''));
    assert.ok(ids.length >= 20, ids.join(' '));
    for (const id of ids) {
      const before = await run();
      // Some are behind dots: what counts here is what comes of them.
      await panel.page.dispatchEvent(`[data-testid="${id}"]`, 'click');
      await another(before);
      assert.equal(await panel.page.locator('[data-testid="problem"]').count(), 0, id);
      const after = await run();
      await panel.tell({ type: 'fault', action: 'undo' });
      await another(after);
      await panel.page.waitForSelector('[data-testid="details"][data-node="worker-1"]');
    }
    assert.deepEqual((await panel.kept()).faults, []);
    assert.deepEqual(panel.complaints, []);
    await panel.close();
  });

  it('speaks Korean all over: beside names of Kubernetes and of the manifest no other word is left', async () => {
    const seen = new Set<string>();
    for (const name of ['tutorial', 'firstApply', 'onDelete', 'stall', 'noNodes', 'nowhere'] as const) {
      const panel = await session.open(name, { language: 'ko', width: 1200 });
      for (const text of await panel.page.evaluate(textsOf)) if (!/[가-힣]/.test(text)) seen.add(text);
      await panel.close();
    }
    const names =
      /Kubernetes|Git HEAD|max(Unavailable|Surge)|OnDelete|RollingUpdate|Ready|readinessProbe|nodeSelector|Running|Pending|ContainerCreating/g;
    const manifest =
      /fluentd\S*|kube-system|testenv|value\d*|image|type|(master|worker|node|zone)-\w+|[\w.]+\/\w+|disk=none-such|nothing( yet)?|[0-9a-f]{10}/g;
    const left = [...seen].map(text => text.replace(names, '').replace(manifest, '')).filter(text => /[A-Za-z]{2}|\d [smhd]\b/.test(text));
    assert.deepEqual(left, []);
  });

  it('plays by the space bar, stops at the end, and moves by keys', async () => {
    const panel = await session.open('tutorial', { kept: null });
    const at = async (): Promise<number> => Number(await panel.page.getAttribute('[data-testid="picture"]', 'data-at'));
    await panel.page.click('[data-testid="speed-60"]');
    await panel.page.click('[data-testid="name"]');
    await panel.page.keyboard.press('Space');
    const end = Number(await panel.page.getAttribute('[data-testid="chart"]', 'aria-valuemax'));
    await panel.page.waitForFunction(
      last => document.querySelector('[data-testid="picture"]')?.getAttribute('data-at') === String(last),
      end,
    );
    await panel.page.keyboard.press('Home');
    await panel.settled();
    assert.equal(await at(), 0);
    await panel.page.keyboard.press('.');
    const first = await at();
    assert.ok(first > 0 && first < end);
    await panel.page.focus('[data-testid="chart"]');
    await panel.page.keyboard.press('ArrowRight');
    await panel.settled();
    assert.ok((await at()) > first);
    await panel.close();
  });

  it('walks through the nodes with arrow keys', async () => {
    const panel = await session.open('tutorial');
    await panel.page.click('[data-node="worker-1"]');
    await panel.page.keyboard.press('ArrowDown');
    await panel.page.waitForSelector('[data-testid="details"][data-node="worker-2"]');
    assert.equal(await panel.page.evaluate(() => document.activeElement?.getAttribute('data-node')), 'worker-2');
    const large = await session.open('stall');
    await large.page.focus('[data-testid="node-map"]');
    const selected = (): Promise<string | null> => large.page.getAttribute('[data-testid="node-row"]', 'data-node');
    const before = await selected();
    await large.page.keyboard.press('ArrowRight');
    await large.settled();
    assert.notEqual(await selected(), before);
    await Promise.all([panel.close(), large.close()]);
  });

  it('comes back after a reload as it was', async () => {
    const panel = await session.open('tutorial');
    await panel.page.click('[data-node="worker-2"]');
    await panel.page.click('[data-testid="action-delete-pod"]');
    await panel.page.click('[data-testid="tab-faults"]');
    const again = await session.open('tutorial', { kept: await panel.kept() });
    assert.equal(await again.page.locator('[data-testid="fault"]').count(), 1);
    assert.equal(await again.page.getAttribute('[data-testid="details"]', 'data-node'), 'worker-2');
    await Promise.all([panel.close(), again.close()]);
  });

  it('shows what it assumes, takes another value, and tells why the controller did what it did', async () => {
    const panel = await session.open('tutorial', { kept: null });
    await panel.page.click('[data-testid="tab-assumptions"]');
    assert.deepEqual(await barriers(panel), []);
    const time = (): Promise<string> => panel.page.innerText('[data-testid="tile-duration"]');
    const before = await time();
    const input = panel.page.locator('[data-testid="assume-containerStart"]');
    await input.fill('60');
    await input.press('Tab');
    await panel.page.waitForFunction(
      old => document.querySelector<HTMLElement>('[data-testid="tile-duration"]')?.innerText !== old,
      before,
    );
    await panel.page.click('[data-testid="assume-nothing"]');
    await panel.page.waitForFunction(
      old => document.querySelector<HTMLElement>('[data-testid="tile-duration"]')?.innerText === old,
      before,
    );
    await panel.page.click('[data-testid="tab-reasons"]');
    await panel.page.click('[data-testid="name"]');
    await panel.page.keyboard.press('End');
    await panel.page.waitForSelector('[data-testid="reasons"] li >> nth=1');
    await panel.page.click('[data-testid="reasons"] >> text=maxUnavailable');
    assert.ok((await panel.posted()).some((message: { type: string }) => message.type === 'reveal'));
    await panel.page.click('[data-testid="copy"]');
    const copied = (await panel.posted()).find((message: { type: string }) => message.type === 'copy');
    assert.match(copied.text, /2 pods are deleted: maxUnavailable: 1 has room/);
    await panel.close();
  });

  it('asks the extension to set what a row of other strategies stands for', async () => {
    const panel = await session.open('tutorial');
    await panel.page.click('[data-testid="what-if-row"] >> text=apply >> nth=0');
    const [asked] = (await panel.posted()).filter((message: { type: string }) => message.type === 'setField');
    assert.equal(asked.path, 'spec.updateStrategy');
    assert.equal(asked.version, 1);
    await panel.close();
  });

  it('compares another strategy on the same axis, groups by a label and colours by revision, without a barrier', async () => {
    const panel = await session.open('stall');
    const end = await panel.page.innerText('[data-testid="end"]');
    await panel.page.click('[data-testid="compare"] >> nth=3');
    await panel.page.waitForSelector('[data-testid="compared-chart"]');
    const axes = await panel.page.locator('rollout-chart').evaluateAll(charts => charts.map(chart => chart.getAttribute('aria-valuemax')));
    assert.equal(axes.length, 2);
    assert.equal(axes[0], axes[1]);
    assert.notEqual(await panel.page.innerText('[data-testid="end"]'), end, 'the longer strategy makes the axis longer');
    await panel.page.selectOption('[data-testid="colouring"]', 'revision');
    await panel.page.waitForSelector('[data-testid="tints"] li >> nth=1');
    await panel.page.selectOption('[data-testid="grouping"]', 'label:topology.kubernetes.io/zone');
    assert.deepEqual(await barriers(panel), []);
    await panel.page.click('[data-testid="end-compare"]');
    assert.equal(await panel.page.locator('rollout-chart').count(), 1);
    assert.deepEqual(panel.complaints, []);
    await panel.close();
  });

  it('exports what it shows as PNG, as SVG that a browser reads, and as Markdown', async () => {
    const panel = await session.open('stall');
    for (const format of ['png', 'svg', 'report']) {
      await panel.page.click('[data-testid="export"]');
      await panel.page.click(`[data-testid="export-${format}"]`);
    }
    await panel.page.waitForFunction(() => (globalThis as any).posted.filter((one: any) => one.type.startsWith('save')).length === 3);
    const saved = (await panel.posted()).filter((one: { type: string }) => one.type.startsWith('save'));
    const bytesOf = (format: string): Buffer =>
      Buffer.from(Object.values(saved.find((one: any) => one.format === format).bytes) as number[]);
    assert.equal(bytesOf('png').subarray(1, 4).toString('latin1'), 'PNG');
    const drawn = await panel.page.evaluate(text => {
      const svg = new DOMParser().parseFromString(text, 'image/svg+xml');
      return { errors: svg.querySelectorAll('parsererror').length, texts: [...svg.querySelectorAll('text')].map(one => one.textContent) };
    }, bytesOf('svg').toString('utf8'));
    assert.equal(drawn.errors, 0);
    assert.ok(drawn.texts.includes('Stops after 18 of 36 nodes.'), drawn.texts.join('\n'));
    assert.match(saved.find((one: any) => one.type === 'saveReport').text, /^### Rollout forecast/);
    await panel.close();
  });

  it('opens a scenario file, and keeps the last picture when the file breaks', async () => {
    const panel = await session.open('tutorial');
    const json = parse(fs.readFileSync(path.join(root, 'examples', 'scenarios', 'drain-and-cordon.yaml'), 'utf8'));
    const source = { uri: 'file:///drain.yaml', label: 'drain.yaml', version: 1, json, lines: { apiVersion: 0 }, files: {} };
    await panel.tell({ type: 'scenario', source });
    await panel.page.waitForSelector('[data-testid="scenario"]');
    await panel.page.click('[data-testid="tab-faults"]');
    await panel.page.waitForSelector('[data-testid="fault"]');
    await panel.tell({ type: 'scenario', source: { ...source, version: 2, json: { ...json, apiVersion: 'daemonscope.dev/v9' } } });
    await panel.page.waitForSelector('[data-testid="problem"]');
    assert.equal(await panel.page.locator('[data-testid="picture"]').count(), 1);
    assert.deepEqual(panel.complaints, []);
    await panel.close();
  });
});

/** In the page: all that a person reads or hears, but for kubectl's own texts. */
function textsOf(): string[] {
  const texts: string[] = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node !== null; node = walk.nextNode())
    if (!node.parentElement?.closest('pre')) texts.push(node.textContent ?? '');
  const attributes = ['title', 'aria-label', 'placeholder', 'aria-valuetext'];
  for (const element of document.querySelectorAll('*')) texts.push(...attributes.map(name => element.getAttribute(name) ?? ''));
  return texts.map(text => text.trim()).filter(text => text !== '');
}
