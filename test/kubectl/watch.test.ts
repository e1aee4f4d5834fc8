import assert from 'node:assert/strict';
import { tutorialCluster } from '../../core/simulation/clusters/tutorial.ts';
import { until } from '../kit/eventually.ts';
import { type as typeInto } from './kit/shell.ts';
import { type SimulatedCluster, startCluster } from './kit/simulatedCluster.ts';

/** What a person sees who watches while another one works. */
describe('kubectl get -w', () => {
  let cluster: SimulatedCluster;
  before(async () => {
    cluster = await startCluster(tutorialCluster(), 0);
  });
  after(() => cluster.stop());

  it('shows a pod from its end to the next one that is Running, in order', async () => {
    const [pod = ''] = [...(cluster.server.objects.get('pods')?.values() ?? [])]
      .map(one => one.name)
      .filter(name => name.startsWith('kube-proxy-'));
    const isNext = (line: string): boolean => !known.has(line.split(' ')[0] ?? '');
    const known = new Set([...(cluster.server.objects.get('pods')?.values() ?? [])].map(one => one.name).concat('NAME', ''));
    const line = 'kubectl get pods -n kube-system -l k8s-app=kube-proxy -w';
    const watching = typeInto(cluster, '1.36', { line, until: text => text.split('\n').some(row => isNext(row) && row.includes('1/1')) });
    await watchOpen(cluster);
    await typeInto(cluster, '1.36', { line: `kubectl delete pod ${pod} -n kube-system --wait=false` });
    for (let i = 0; i < 60; i++) cluster.pass(500);
    const rows = (await watching).stdout
      .trim()
      .split('\n')
      .map(row => row.split(/\s+/));
    assert.ok(rows.some(([name, , status]) => name === pod && status === 'Terminating'));
    const next = rows.filter(([name]) => isNext(name ?? '')).map(([, ready, status]) => `${ready} ${status}`);
    assert.deepEqual([...new Set(next)], ['0/1 Pending', '0/1 ContainerCreating', '1/1 Running']);
  });

  it('loses nothing between list and watch', async () => {
    const roundsIn = (text: string): readonly string[] =>
      text
        .split('\n')
        .filter(row => row.startsWith('worker-2'))
        .map(row => row.trim().split(/\s+/).at(-1) ?? '');
    const watching = typeInto(cluster, '1.36', { line: 'kubectl get nodes -w -L round', until: text => roundsIn(text).includes('3') });
    await watchOpen(cluster);
    for (const round of ['1', '2', '3'])
      await typeInto(cluster, '1.36', { line: `kubectl label node worker-2 round=${round} --overwrite` });
    assert.deepEqual(roundsIn((await watching).stdout).slice(-3), ['1', '2', '3']);
  });
});

/** Waits until a watch is open at the server; those of commands that have ended are gone by then. */
async function watchOpen(cluster: SimulatedCluster): Promise<void> {
  await until(
    'kubectl watches',
    () => cluster.watches(),
    count => count > 0,
  );
}
