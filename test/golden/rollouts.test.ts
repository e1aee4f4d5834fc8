import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { at, type JsonObject } from '../../core/base/json.ts';
import { simulateWhatIfs, whatIfs } from '../../core/forecast/whatIf.ts';
import type { Instant } from '../../core/kubernetes/objects/meta.ts';
import type { Taint, TaintEffect } from '../../core/kubernetes/objects/node.ts';
import { cellsAt, type NodeCell } from '../../core/presentation/cells.ts';
import { editKindText, editOf } from '../../core/presentation/editKind.ts';
import { getDaemonSets } from '../../core/presentation/getDaemonSets.ts';
import { nodeDetails } from '../../core/presentation/nodeDetails.ts';
import { sentence } from '../../core/presentation/sentence.ts';
import { tiles } from '../../core/presentation/tiles.ts';
import { whatIfText } from '../../core/presentation/whatIfText.ts';
import type { TextPart } from '../../core/presentation/words/say.ts';
import type { ImageBehaviour } from '../../core/simulation/kubeletModel.ts';
import { ordinaryImage } from '../../core/simulation/kubeletModel.ts';
import type { Scenario, ScenarioAction } from '../../core/simulation/scenario.ts';
import { daemonSetsAt } from '../../core/simulation/timeline.ts';
import { agent, builtIn, rollingUpdate, rollout, type Simulated } from './rollout.ts';

const folder = path.join(String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT), 'test/golden/rollouts');
const next = 'registry.example.com/agent:1.1';
const probed = { readinessProbe: { httpGet: { port: 8080 }, periodSeconds: 5 } };
const port = { ports: [{ containerPort: 8080, hostPort: 8080 }] };

function behaves(behaviour: Partial<ImageBehaviour>): Partial<Scenario> {
  return { kubelet: { kind: 'manifest', images: { [next]: { ...ordinaryImage, ...behaviour } } } };
}

interface Case {
  readonly name: string;
  readonly run: () => Simulated;
  readonly at: Instant;
  /** Whose details are shown; empty: none. */
  readonly node: string;
}

const onDelete = { type: 'OnDelete' };
const hundred = { cluster: builtIn('100-nodes') };

const own = { namespace: 'kube-system', daemonSet: 'agent' };

/** Something that happens at 5 s to a DaemonSet that nobody edits. */
function later(action: ScenarioAction): Simulated {
  return rollout(agent(), agent(), { events: [{ at: 5_000, ...action }] });
}

function tainted(effect: TaintEffect): Taint {
  return { key: 'maintenance', value: 'true', effect };
}

function anotherWorker(): JsonObject {
  const worker = builtIn('tutorial').nodes.find(one => at(one, 'metadata', 'name') === 'worker-1');
  return { ...worker, metadata: { ...(at(worker, 'metadata') as JsonObject), name: 'worker-3' } };
}

/** One rollout a golden text. `npm run unit -- test/golden/rollouts` with UPDATE_GOLDEN=1 writes them anew: read what changed. */
const cases: readonly Case[] = [
  { name: 'first-apply', run: () => rollout(null, agent()), at: 3_000, node: 'worker-1' },
  { name: 'template-edit', run: () => rollout(agent(), agent({ env: 'debug' })), at: 4_000, node: 'worker-1' },
  {
    name: 'all-at-once',
    run: () => rollout(agent(), agent({ env: 'debug', strategy: rollingUpdate('100%') })),
    at: 1_000,
    node: 'worker-1',
  },
  { name: 'surge', run: () => rollout(agent(), agent({ env: 'debug', strategy: rollingUpdate(0, 1) })), at: 2_000, node: 'worker-1' },
  { name: 'min-ready', run: () => rollout(agent(), agent({ env: 'debug', spec: { minReadySeconds: 30 } })), at: 10_000, node: 'worker-1' },
  {
    name: 'on-delete',
    run: () => rollout(agent({ strategy: onDelete }), agent({ env: 'debug', strategy: onDelete })),
    at: 0,
    node: 'worker-2',
  },
  { name: 'strategy-edit', run: () => rollout(agent(), agent({ strategy: onDelete })), at: 0, node: 'worker-1' },
  { name: 'no-edit', run: () => rollout(agent(), agent({ strategy: rollingUpdate(1) })), at: 0, node: 'worker-1' },
  { name: 'runs-nowhere', run: () => rollout(null, agent({ pod: { nodeSelector: { disk: 'ssd' } } })), at: 0, node: 'master-1' },
  {
    name: 'placement-edit',
    run: () => rollout(agent(), agent({ pod: { nodeSelector: { 'kubernetes.io/hostname': 'worker-1' } } })),
    at: 1_000,
    node: 'worker-2',
  },
  { name: 'image-missing', run: () => rollout(agent(), agent({ image: next }), behaves({ missing: true })), at: 60_000, node: 'worker-1' },
  { name: 'crash-loop', run: () => rollout(agent(), agent({ image: next }), behaves({ crashAfter: 500 })), at: 60_000, node: 'worker-2' },
  {
    name: 'never-ready',
    run: () => rollout(agent({ container: probed }), agent({ image: next, container: probed }), behaves({ neverReady: true })),
    at: 60_000,
    node: 'worker-2',
  },
  {
    name: 'surge-host-port',
    run: () => {
      const strategy = rollingUpdate(0, 1);
      return rollout(agent({ strategy, container: port }), agent({ env: 'debug', strategy, container: port }));
    },
    at: 60_000,
    node: 'worker-1',
  },
  {
    name: 'node-down',
    run: () => rollout(agent(), agent({ image: next }), { ...hundred, events: [{ at: 60_000, do: 'nodeDown', node: 'node-014' }] }),
    at: 900_000,
    node: 'node-014',
  },
  {
    name: 'pod-deleted',
    run: () => later({ do: 'deletePod', pod: { ...own, node: 'worker-1' }, force: false }),
    at: 6_000,
    node: 'worker-1',
  },
  { name: 'node-added', run: () => later({ do: 'addNode', node: anotherWorker() }), at: 10_000, node: 'worker-3' },
  { name: 'node-removed', run: () => later({ do: 'removeNode', node: 'worker-2' }), at: 60_000, node: 'worker-2' },
  { name: 'cordon', run: () => later({ do: 'cordon', node: 'worker-2' }), at: 10_000, node: 'worker-2' },
  {
    name: 'taint-no-schedule',
    run: () => later({ do: 'taint', node: 'worker-2', taint: tainted('NoSchedule') }),
    at: 10_000,
    node: 'worker-2',
  },
  {
    name: 'taint-no-execute',
    run: () => later({ do: 'taint', node: 'worker-2', taint: tainted('NoExecute') }),
    at: 10_000,
    node: 'worker-2',
  },
  { name: 'node-down-at-rest', run: () => later({ do: 'nodeDown', node: 'worker-2' }), at: 120_000, node: 'worker-2' },
  {
    name: 'node-full',
    run: () => rollout(agent(), agent({ env: 'debug', container: { resources: { requests: { cpu: '100' } } } })),
    at: 60_000,
    node: 'worker-1',
  },
  {
    name: 'pods-rejected',
    run: () =>
      rollout(agent(), agent({ env: 'debug' }), {
        events: [{ at: 0, do: 'rejectPods', node: 'worker-2' }],
        limits: { until: 7_200_000, maxEvents: 1_000_000 },
      }),
    at: 300_000,
    node: 'worker-2',
  },
  {
    name: 'second-edit-mends',
    run: () =>
      rollout(agent(), agent({ image: next }), {
        ...behaves({ missing: true }),
        events: [{ at: 60_000, do: 'apply', manifest: agent({ env: 'debug' }) }],
      }),
    at: 62_000,
    node: 'worker-1',
  },
  {
    name: 'dies-without-its-backend',
    run: () => rollout(agent(), agent({ image: next }), behaves({ crashAfter: 3_000, crashes: 4 })),
    at: 86_000,
    node: 'worker-2',
  },
  {
    name: 'placement-edit-on-delete',
    run: () => {
      const strategy = onDelete;
      return rollout(agent({ strategy }), agent({ strategy, pod: { nodeSelector: { 'kubernetes.io/hostname': 'worker-1' } } }));
    },
    at: 1_000,
    node: 'worker-2',
  },
  {
    name: 'more-tolerations',
    run: () => rollout(agent(), agent({ pod: { tolerations: [{ operator: 'Exists' }] } })),
    at: 10_000,
    node: 'master-1',
  },
  {
    name: 'slow',
    run: () => rollout(agent(), agent({ env: 'debug', spec: { minReadySeconds: 60 } }), hundred),
    at: 600_000,
    node: '',
  },
  {
    name: 'ten-percent',
    run: () => rollout(agent(), agent({ image: next, strategy: rollingUpdate('10%') }), hundred),
    at: 20_000,
    node: '',
  },
];

describe('what a rollout is said to be', () => {
  for (const one of cases) {
    it(one.name, () => {
      const file = path.join(folder, `${one.name}.txt`);
      const text = described(one);
      if (process.env.UPDATE_GOLDEN === '1') fs.writeFileSync(file, text);
      assert.equal(text, fs.readFileSync(file, 'utf8'));
    });
  }

  it('has no golden text without a case', () => {
    const names = fs.readdirSync(folder).map(file => path.basename(file, '.txt'));
    assert.deepEqual(
      names.filter(name => !cases.some(one => one.name === name)),
      [],
    );
  });
});

function described({ run, at: instant, node }: Case): string {
  const result = run();
  const { timeline, history, forecast, scenario, subject } = result;
  const [apply] = scenario.events;
  assert.ok(apply?.do === 'apply');
  const edit = editOf(scenario.baseline, apply.manifest);
  const said = sentence({ timeline, history, forecast, edit });
  let rows = whatIfs(apply.manifest, forecast.targeted, forecast);
  for (const table of simulateWhatIfs(scenario, subject, rows)) rows = table;
  const details = node === '' ? null : nodeDetails(timeline, history, subject, node, instant);
  const cells = cellsAt(timeline, history, subject, instant, edit);
  return `${[
    `${editKindText(edit).kind} · ${edit.strategyText}`,
    ...edit.fields.map(({ name, from, to, path: field }) => `  ${name}: ${from} → ${to}  (${field})`),
    `${said.tone}: **${said.lead}** ${linked(said.parts)}`.trim(),
    ...said.remedies.map(({ label, mend }) =>
      `  [${label}] ${mend.kind === 'value' ? `${mend.path}: ${mend.value}` : JSON.stringify(mend.events)}`.slice(0, 180),
    ),
    ...tiles(forecast, edit).map(tile => `  ${tile.value.padStart(12)}  ${tile.label}`),
    ...rows
      .map(row => whatIfText(row))
      .map(row =>
        `  ${row.strategy.padEnd(20)} ${row.time.padEnd(12)} ${row.worst.padEnd(4)} ${row.obstacle}${row.now ? 'now' : ''}`.trimEnd(),
      ),
    '',
    `at ${instant / 1000} s`,
    ...cellLines(cells),
    '',
    details === null ? '' : `${details.node}: ${details.condition}`,
    ...(details?.reasons ?? []).map(
      reason => `  ${reason.icon} (${reason.tone}) ${linked(reason.text)}${reason.more === '' ? '' : `\n    ${reason.more}`}`,
    ),
    '',
    getDaemonSets(daemonSetsAt(timeline, instant), instant),
  ].join('\n')}`;
}

/** Many nodes are only counted: which ones go first is up to the seed. */
function cellLines(cells: readonly NodeCell[]): string[] {
  if (cells.length <= 10) return cells.map(cell => `  ${cell.node.padEnd(10)} ${cell.state.padEnd(12)} ${cell.text}`.trimEnd());
  const counts = new Map<string, number>();
  for (const cell of cells)
    counts.set(`${cell.state.padEnd(12)} ${cell.text}`, (counts.get(`${cell.state.padEnd(12)} ${cell.text}`) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([text, count]) => `  ${String(count).padStart(5)} × ${text}`);
}

function linked(parts: readonly TextPart[]): string {
  return parts.map(part => (part.path === null ? part.text : `[${part.text}](${part.path})`)).join('');
}
