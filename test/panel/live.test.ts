import assert from 'node:assert/strict';
import type { LoggedEvent } from '../../core/protocol/serve.ts';
import { manifestKubelet } from '../../core/simulation/kubeletModel.ts';
import { endlessLimits } from '../../core/simulation/scenario.ts';
import { barriers } from './barriers.ts';
import { type OpenPanel, openPanelSession, type PanelSession } from './session.ts';

/** A served world in the panel's page: what the extension would tell, and what the page answers. */
describe('the panel of a served world, in a browser', () => {
  let session: PanelSession;
  before(async () => {
    session = await openPanelSession();
  });
  after(() => session.close());

  const subject = (): { readonly [key: string]: unknown } => session.states.tutorial?.subject as { readonly [key: string]: unknown };

  async function openLive(options: Parameters<PanelSession['open']>[1] = {}): Promise<OpenPanel> {
    const panel = await session.open('tutorial', { kept: null, ...options });
    const { cluster, kubernetesVersion, assumptions, seed } = subject();
    const start = {
      cluster,
      kubernetesVersion,
      assumptions,
      seed,
      baseline: null,
      events: [],
      kubelet: manifestKubelet,
      limits: endlessLimits,
    };
    await panel.tell(news({ start, daemonSet: { namespace: 'kube-system', name: 'fluentd-elasticsearch' } }));
    await panel.page.waitForSelector('[data-testid="live"]');
    return panel;
  }

  function news(changes: object): unknown {
    const live = { world: 1, start: null, first: 0, events: [], time: { now: 500, speed: 0 }, ended: null, daemonSet: null, ...changes };
    return { type: 'live', live };
  }

  const applied = (at: number): LoggedEvent => ({
    event: { at, do: 'apply', manifest: subject().manifest as never },
    by: { kind: 'client', name: '<b>kubectl</b> apply' },
  });

  it('says that the DaemonSet is not there, then shows it as it is made, with who made it', async () => {
    const panel = await openLive();
    await panel.page.waitForSelector('[data-testid="sentence"] >> text=not on this cluster');
    assert.equal(await panel.page.locator('[data-testid="edit"]').count(), 0);
    await panel.page.click('[data-testid="tab-faults"]');
    await panel.tell(news({ events: [applied(1_000)], time: { now: 9_000, speed: 0 } }));
    await panel.page.waitForSelector('[data-node="worker-1"][data-state="updated"]');
    assert.equal(await panel.page.innerText('[data-testid="author"]'), '<b>kubectl</b> apply');
    assert.deepEqual(await barriers(panel), []);
    assert.deepEqual(panel.complaints, []);
    await panel.close();
  });

  it('asks for what one does to be done in the world', async () => {
    const panel = await openLive();
    await panel.tell(news({ events: [applied(1_000)], time: { now: 9_000, speed: 1 } }));
    await panel.page.click('[data-node="worker-2"]');
    await panel.page.click('[data-testid="action-node-down"]');
    await panel.page.click('[data-testid="apply-file"]');
    await panel.page.click('[data-testid="play"]');
    await panel.page.click('[data-testid="speed-60"]');
    const asked = (await panel.posted()).filter((one: { type: string }) => ['act', 'worldSpeed'].includes(one.type));
    assert.deepEqual(
      asked.map((one: { actions?: readonly { do: string }[]; speed?: unknown }) => one.actions?.[0]?.do ?? one.speed),
      ['nodeDown', 'apply', 0, 60],
    );
    await panel.close();
  });

  it('lets time go on by itself, and says when it is over', async () => {
    const panel = await openLive();
    await panel.tell(news({ events: [applied(1_000)], time: { now: 1_200, speed: 1 } }));
    const at = async (): Promise<number> => Number(await panel.page.getAttribute('[data-testid="picture"]', 'data-at'));
    await panel.page.waitForFunction(() => Number(document.querySelector('[data-testid="picture"]')?.getAttribute('data-at')) > 1_500);
    await panel.tell(news({ first: 1, ended: 'gone', time: { now: 2_000, speed: 0 } }));
    await panel.page.waitForSelector('[data-testid="sentence"] >> text=has ended');
    assert.equal(await at(), 2_000);
    await panel.page.click('[data-testid="leave-world"]');
    assert.ok((await panel.posted()).some((one: { type: string }) => one.type === 'detach'));
    await panel.close();
  });

  for (const [theme, width] of [
    ['light', 320],
    ['contrast', 860],
    ['contrastLight', 420],
  ] as const)
    it(`does not scroll sideways, and has no barrier: ${theme}, ${width} px`, async () => {
      const panel = await openLive({ theme, width });
      await panel.tell(news({ events: [applied(1_000)], time: { now: 3_000, speed: 0 } }));
      await panel.page.click('[data-testid="tab-faults"]');
      await panel.page.waitForSelector('[data-testid="author"]');
      assert.equal(await panel.page.evaluate(() => document.documentElement.scrollWidth), width);
      assert.deepEqual(await barriers(panel), []);
      await panel.close();
    });

  it('ignores what is no news of a world', async () => {
    const panel = await openLive();
    for (const wrong of [
      { world: 'one' },
      { events: [7] },
      { events: [{ event: { at: 'soon', do: 'cordon' }, by: {} }] },
      { time: { now: 0, speed: 'fast' } },
      { start: {} },
    ])
      await panel.tell(news(wrong));
    await panel.tell(news({ events: [applied(1_000)], time: { now: 9_000, speed: 0 } }));
    await panel.page.waitForSelector('[data-node="worker-1"][data-state="updated"]');
    assert.deepEqual(panel.complaints, []);
    await panel.close();
  });
});
