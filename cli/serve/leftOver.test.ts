import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createApiServer } from '../../core/apiserver/server.ts';
import { defaultAssumptions } from '../../core/simulation/assumptions.ts';
import { tutorialCluster } from '../../core/simulation/clusters/tutorial.ts';
import { manifestKubelet } from '../../core/simulation/kubeletModel.ts';
import { silent } from '../../core/simulation/observer.ts';
import { defaultLimits, type ScenarioEvent } from '../../core/simulation/scenario.ts';
import { readScenario } from '../input/readScenario.ts';
import { WrongUse } from '../wrongUse.ts';
import { authorOf } from './author.ts';
import { hasKubectl } from './findKubectl.ts';
import { removeLeftOver } from './kubeconfig.ts';
import { goLive } from './liveServer.ts';
import { mustBeWritable, saveScenario } from './saveScenario.ts';
import { createClock } from './virtualClock.ts';

describe('what daemonscope serve leaves and finds on a machine', () => {
  let folder: string;
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'daemonscope-test-'));
  });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  it('is swept when its process was killed, and only that', () => {
    // No process has this number: Linux counts to 4,194,304 at most.
    const dead = 'daemonscope-serve-999999999-aB3_xy';
    const kept = [`daemonscope-serve-${process.pid}-aB3_xy`, 'daemonscope-serve-x-aB3_xy', 'daemonscope-e2e-999999999-aB3_xy', 'other'];
    for (const name of [dead, ...kept]) fs.mkdirSync(path.join(folder, name));
    fs.writeFileSync(path.join(folder, dead, 'kubeconfig'), 'secret');
    fs.symlinkSync(path.join(folder, 'other'), path.join(folder, 'daemonscope-serve-999999999-aaaaaa'));
    removeLeftOver(folder);
    assert.deepEqual(fs.readdirSync(folder).sort(), ['daemonscope-serve-999999999-aaaaaa', ...kept].sort());
    removeLeftOver(path.join(folder, 'none-such'));
  });

  it('finds kubectl where a shell would', () => {
    const bin = path.join(folder, 'bin');
    fs.mkdirSync(path.join(folder, 'empty', 'kubectl'), { recursive: true });
    fs.mkdirSync(bin);
    fs.writeFileSync(path.join(bin, 'kubectl'), '', { mode: 0o644 });
    const searchPath = `${path.join(folder, 'empty')}:${bin}:${path.join(folder, 'none-such')}`;
    assert.equal(hasKubectl(searchPath, false), false);
    fs.chmodSync(path.join(bin, 'kubectl'), 0o755);
    assert.equal(hasKubectl(searchPath, false), true);
    assert.equal(hasKubectl('', false), false);
  });

  it('saves what clients did as a scenario file that can be read again, without what was refused', () => {
    const refused = new Set<ScenarioEvent>();
    const started = createApiServer(
      {
        ...{ kubernetesVersion: '1.36', seed: 7, cluster: tutorialCluster(), baseline: null, events: [], limits: defaultLimits },
        ...{ assumptions: defaultAssumptions, kubelet: manifestKubelet },
      },
      () => '',
      { ...silent, marked: (_at, event, why) => void (why !== null && refused.add(event)) },
    );
    assert.ok(started.ok);
    const live = goLive(
      started.server,
      createClock(() => 1_800_000_000_000, 0),
    );
    for (const node of ['worker-1', 'none-such', 'worker-2']) live.perform({ do: 'cordon', node }, { kind: 'panel' });
    live.perform({ do: 'taint', node: 'worker-1', taint: { key: 'a', value: '', effect: 'NoSchedule' } }, { kind: 'panel' });
    live.stop();
    const file = path.join(folder, 'session.yaml');
    saveScenario(file, started.server, refused);
    const { scenario } = readScenario(file).file;
    assert.deepEqual(
      scenario.events.map(event => [event.do, 'node' in event ? event.node : '']),
      [
        ['cordon', 'worker-1'],
        ['cordon', 'worker-2'],
        ['taint', 'worker-1'],
      ],
    );
    assert.equal(scenario.seed, 7);
    assert.throws(() => mustBeWritable(path.join(folder, 'none-such', 'session.yaml')), WrongUse);
  });

  it('says who sent a request, whatever the client writes there', () => {
    const nameOf = (headers: Record<string, string>): unknown => authorOf({ headers } as Parameters<typeof authorOf>[0]);
    assert.deepEqual(nameOf({ 'kubectl-command': 'kubectl edit', 'user-agent': 'kubectl/v1.36.3 (linux/amd64)' }), {
      kind: 'client',
      name: 'kubectl edit',
    });
    assert.deepEqual(nameOf({ 'user-agent': 'k9s/v0.50 (linux)' }), { kind: 'client', name: 'k9s' });
    assert.deepEqual(nameOf({ 'user-agent': '\u202e<img onerror=1>' }), { kind: 'client', name: '<img onerror=1>' });
    assert.deepEqual(nameOf({}), { kind: 'client', name: 'unknown' });
  });
});
