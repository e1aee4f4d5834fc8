import assert from 'node:assert/strict';
import type { JsonObject } from '../../../core/base/json.ts';
import { builtInClusters } from '../../../core/simulation/clusters/clusters.ts';
import { plainCluster } from '../../../core/simulation/clusters/generate.ts';
import { simulate } from '../../../core/simulation/run.ts';
import type { Scenario, ScenarioEvent } from '../../../core/simulation/scenario.ts';
import { traceHash } from '../../../core/simulation/timeline.ts';
import { scenarioOf } from '../state/scenario.ts';
import { sampleSubject } from '../testing/samples.ts';
import { createBackground } from './background.ts';
import { createEngine } from './engine.ts';
import type { WorkerAnswer, WorkerRequest } from './messages.ts';

function agent(image: string): JsonObject {
  const labels = { app: 'agent' };
  const template = { metadata: { labels }, spec: { containers: [{ name: 'agent', image }] } };
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'agent', namespace: 'kube-system' },
    spec: { selector: { matchLabels: labels }, template },
  };
}

function scenario(changes: Partial<Scenario> = {}, faults: readonly ScenarioEvent[] = []): Scenario {
  const cluster = builtInClusters[0]?.make();
  assert.ok(cluster !== undefined);
  const baseline = { kind: 'git', label: '', note: '', manifest: agent('agent:1') } as const;
  return { ...scenarioOf(sampleSubject({ manifest: agent('agent:2'), baseline, cluster }), faults), ...changes };
}

const run = (number: number, what = scenario()): WorkerRequest => ({
  type: 'run',
  run: number,
  scenario: what,
  daemonSet: { namespace: 'kube-system', name: 'agent' },
  edited: null,
});

/** The run that an answer belongs to; null: to none. */
const runOf = (answer: WorkerAnswer): number | null => ('run' in answer ? answer.run : null);

/** An engine, with the background that it hands work to, whose turns one takes by hand. */
function bench() {
  const answers: WorkerAnswer[] = [];
  const turns: (() => void)[] = [];
  const later = (work: () => void): void => void turns.push(work);
  const post = (answer: WorkerAnswer): void => void answers.push(answer);
  const background = createBackground(post, later);
  const engine = createEngine({ post, later, atLeisure: later, background: request => background.take(structuredClone(request)) });
  const takeTurns = (most = Number.POSITIVE_INFINITY): void => {
    for (let i = 0; i < most && turns.length > 0; i++) turns.shift()?.();
  };
  const of = <T extends WorkerAnswer['type']>(type: T): Extract<WorkerAnswer, { type: T }>[] =>
    answers.filter((answer): answer is Extract<WorkerAnswer, { type: T }> => answer.type === type);
  return { answers, turns, engine, takeTurns, of };
}

describe('the simulation behind the panel', () => {
  it('posts the picture, then the hash that any other run of the scenario has, then other strategies', () => {
    const { engine, takeTurns, of, answers } = bench();
    engine.take(run(1));
    assert.deepEqual(
      answers.map(answer => answer.type),
      ['picture'],
    );
    takeTurns();
    const simulated = simulate(scenario());
    assert.equal(of('hash')[0]?.hash, simulated.ok ? traceHash(simulated.timeline) : 'refused');
    const rows = of('whatIf').at(-1);
    assert.equal(rows?.pending, false);
    assert.ok(rows !== undefined && rows.rows.length >= 3 && rows.rows.every(row => row.time !== ''));
    assert.deepEqual(of('failure'), []);
  });

  it('lets the latest edit win: a superseded run posts nothing more', () => {
    const { engine, takeTurns, answers } = bench();
    engine.take(run(1, scenario({ cluster: plainCluster(2_000) })));
    assert.equal(answers.length, 0, 'a large run takes more than one slice');
    engine.take(run(2));
    takeTurns();
    assert.deepEqual([...new Set(answers.map(runOf))], [2]);
  });

  it('ends what it was thinking about when a newer edit comes', () => {
    const { engine, takeTurns, answers } = bench();
    engine.take(run(1));
    takeTurns(3);
    engine.take(run(2));
    const before = answers.length;
    takeTurns();
    assert.deepEqual([...new Set(answers.slice(before).map(runOf))], [2]);
  });

  it('says what kubectl would at an instant, and why a node is as it is', () => {
    const { engine, of } = bench();
    engine.take(run(1));
    for (const table of ['daemonSets', 'pods', 'events', 'describe', 'revisions'] as const) {
      engine.take({ type: 'look', run: 1, at: 60_000, node: 'worker-1', table });
    }
    const texts = of('look').map(({ look }) => look.table?.text ?? '');
    assert.match(texts[0] ?? '', /^NAME +DESIRED .*\nagent +2 +2 +2 +2 +2 /);
    assert.match(texts[1] ?? '', /worker-1/);
    assert.match(texts[2] ?? '', /SuccessfulCreate/);
    assert.match(texts[3] ?? '', /Image: +agent:2/);
    assert.match(texts[4] ?? '', /REVISION/);
    assert.equal(of('look')[0]?.look.details?.node, 'worker-1');
    assert.match(of('look')[0]?.look.nodes['worker-1'] ?? '', /Ready/);
  });

  it('pictures another strategy on the same scenario, and says when there is no such strategy', () => {
    const { engine, takeTurns, of } = bench();
    engine.take(run(1, scenario({ cluster: plainCluster(40) })));
    engine.take({ type: 'compare', run: 1, strategy: 'maxUnavailable 100%' });
    engine.take({ type: 'compare', run: 1, strategy: 'maxUnavailable a lot' });
    takeTurns();
    const own = of('picture')[0]?.picture;
    const other = of('compared').find(answer => answer.strategy === 'maxUnavailable 100%')?.picture;
    assert.ok(own !== undefined && other !== undefined && other !== null);
    assert.ok(other.end < own.end, 'all at once is quicker than one by one');
    assert.deepEqual(
      other.nodes.map(node => node.name),
      own.nodes.map(node => node.name),
    );
    assert.equal(of('compared').find(answer => answer.strategy === 'maxUnavailable a lot')?.picture, null);
  });

  it('says how long a rollout that a fault stops would take without it', () => {
    const { engine, takeTurns, of } = bench();
    const down = { at: 1_000, do: 'nodeDown', node: 'worker-1' } as const;
    engine.take(run(1, scenario({}, [down])));
    takeTurns();
    const own = of('picture')[0]?.picture.tiles[0];
    const told = of('tiles')[0]?.tiles[0];
    assert.equal(own?.value, 'never');
    assert.equal(told?.value, 'never');
    assert.match(told?.label ?? '', /without the fault/);
    engine.take(run(2));
    takeTurns();
    assert.equal(of('tiles').length, 1, 'nothing to tell where nothing stalls');
  });

  it('writes a report for a pull request', () => {
    const { engine, of } = bench();
    engine.take(run(1));
    engine.take({ type: 'report', run: 1, tiles: [], whatIfs: [], use: 'file' });
    assert.match(of('report')[0]?.text ?? '', /^### .*agent/);
  });

  it('writes the scenario as a file, with what was done', () => {
    const { engine, of } = bench();
    engine.take(run(1, scenario({}, [{ at: 5_000, do: 'cordon', node: 'worker-1' }])));
    engine.take({ type: 'scenarioFile', run: 1 });
    assert.match(
      of('scenarioFile')[0]?.text ?? '',
      /^apiVersion: .*\nkind: Scenario\n[\s\S]*cluster: tutorial\n[\s\S]*events:\n {2}- .*at: "?5s"?[,\s]+do: cordon[,\s]+node: worker-1\b/,
    );
  });

  it('says it in Korean', () => {
    const { engine, of } = bench();
    engine.take({ type: 'speak', language: 'ko-KR' });
    engine.take(run(1));
    assert.match(of('picture')[0]?.picture.sentence.lead ?? '', /[가-힣]/);
  });

  it('refuses a scenario in words, and takes the next one', () => {
    const { engine, of } = bench();
    engine.take(run(1, scenario({ baseline: { kind: 'DaemonSet' } })));
    assert.equal(of('refused').length, 1);
    assert.match(of('refused')[0]?.message ?? '', /^baseline/);
    engine.take(run(2));
    assert.equal(of('picture').length, 1);
  });

  it('shows a fault that could not be done, and goes on', () => {
    const { engine, of } = bench();
    engine.take(run(1, scenario({}, [{ at: 5, do: 'cordon', node: 'nobody' }])));
    const marks = of('picture')[0]?.picture.marks ?? [];
    assert.equal(marks.filter(mark => mark.refused !== null).length + of('refused').length, 1);
  });

  it('reports a mistake of ours instead of dying of it', () => {
    const { engine, of } = bench();
    engine.take(run(1));
    engine.take({ type: 'look', run: 1, at: 0, node: null, table: 'strange' as 'pods' });
    assert.equal(of('failure').length, 1);
    engine.take({ type: 'look', run: 1, at: 0, node: null, table: 'pods' });
    assert.equal(of('look').length, 1);
  });
});
