import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { tutorialCluster } from '../../core/simulation/clusters/tutorial.ts';
import { kubectlVersions } from '../../scripts/kubectl/ensureKubectl.mjs';
import { commandRecords } from './kit/records.ts';
import { type as typeInto } from './kit/shell.ts';
import { type SimulatedCluster, startCluster } from './kit/simulatedCluster.ts';

/** The classic DaemonSet tutorial, each command typed into a real kubectl. */
for (const version of kubectlVersions) {
  describe(`the tutorial with kubectl ${version}`, () => {
    let cluster: SimulatedCluster;
    before(async () => {
      cluster = await startCluster(tutorialCluster(), 0);
      const manifest = commandRecords('tutorial.jsonl').find(record => record.id === 't005')?.files?.['fluentd.yaml'] ?? '';
      fs.writeFileSync(path.join(cluster.folder, 'fluentd.yaml'), manifest);
    });
    after(() => cluster.stop());

    const run = async (line: string, env: Record<string, string> = {}): Promise<string> => {
      const ran = await typeInto(cluster, version, { line, env });
      assert.equal(ran.exitCode, 0, ran.stderr);
      return ran.stdout;
    };
    /** The cells of a table's rows, by the first cell. */
    const cells = (table: string): Map<string, readonly string[]> =>
      new Map(
        table
          .trim()
          .split('\n')
          .map(line => [line.split(/\s+/)[0] ?? '', line.split(/\s+/)]),
      );
    const fluentd = async (): Promise<readonly string[]> => {
      return (cells(await run('kubectl get daemonset -n kube-system')).get('fluentd-elasticsearch') ?? []).slice(1, 6);
    };
    const pods = async (): Promise<readonly string[]> => {
      return (await run('kubectl get pods -n kube-system -l name=fluentd-elasticsearch -o name')).trim().split('\n');
    };
    const edit = (script: string): Promise<string> =>
      run('kubectl edit daemonset fluentd-elasticsearch -n kube-system', { KUBE_EDITOR: `sed -i ${script}` });

    it('applies the manifest: the four rows', async () => {
      assert.equal(await run('kubectl apply -f fluentd.yaml'), 'daemonset.apps/fluentd-elasticsearch created\n');
      const table = cells(await run('kubectl get daemonset -n kube-system'));
      assert.deepEqual([...table.keys()], ['NAME', 'calico-node', 'fluentd-elasticsearch', 'kube-proxy', 'nodelocaldns']);
      assert.deepEqual(table.get('kube-proxy')?.slice(1, 7), ['5', '5', '5', '5', '5', 'kubernetes.io/os=linux']);
      cluster.pass(30_000);
      assert.deepEqual(await fluentd(), ['2', '2', '2', '2', '2']);
    });

    it('edits the environment under RollingUpdate: pods are replaced at once', async () => {
      const before = await pods();
      assert.equal(await edit('s/value:.info/value:\\ debug/'), 'daemonset.apps/fluentd-elasticsearch edited\n');
      assert.equal((await fluentd())[3], '0', 'UP-TO-DATE');
      cluster.pass(60_000);
      assert.deepEqual(await fluentd(), ['2', '2', '2', '2', '2']);
      assert.ok((await pods()).every(pod => !before.includes(pod)));
      assert.match(await run('kubectl describe daemonset fluentd-elasticsearch -n kube-system'), /LOG_LEVEL: +debug/);
    });

    it('edits it under OnDelete: nothing moves', async () => {
      await edit('/rollingUpdate:/d;/maxSurge:/d;/maxUnavailable:/d;s/type:.RollingUpdate/type:\\ OnDelete/'.replaceAll(';', '\\;'));
      assert.equal(
        await run("kubectl get ds fluentd-elasticsearch -n kube-system -o jsonpath='{.spec.updateStrategy}'"),
        '{"type":"OnDelete"}',
      );
      const before = await pods();
      await edit('s/value:.debug/value:\\ warn/');
      cluster.pass(60_000);
      assert.deepEqual(await fluentd(), ['2', '2', '2', '0', '2']);
      assert.deepEqual(await pods(), before);
    });

    it('deletes a pod: its successor runs the new template', async () => {
      const [first = ''] = await pods();
      cluster.live.setSpeed(20);
      assert.match(await run(`kubectl delete -n kube-system ${first}`), /^pod "fluentd-elasticsearch-\w{5}" deleted/);
      cluster.live.setSpeed(0);
      cluster.pass(30_000);
      assert.deepEqual(await fluentd(), ['2', '2', '2', '1', '2']);
      const levels = await run(
        "kubectl get pods -n kube-system -l name=fluentd-elasticsearch -o jsonpath='{.items[*].spec.containers[0].env[0].value}'",
      );
      assert.deepEqual(levels.split(' ').sort(), ['debug', 'warn']);
    });

    it('follows nodes: a new one gets its pod, that of a removed one is gone and moves nowhere', async () => {
      const node = '{"apiVersion":"v1","kind":"Node","metadata":{"name":"worker-3","labels":{"kubernetes.io/os":"linux"}}}';
      assert.equal(await run(`echo '${node}' | kubectl create -f -`), 'node/worker-3 created\n');
      cluster.pass(30_000);
      assert.equal((await fluentd())[0], '3');
      assert.equal(await run('kubectl delete node worker-3'), 'node "worker-3" deleted\n');
      cluster.pass(120_000);
      assert.deepEqual((await fluentd()).slice(0, 3), ['2', '2', '2']);
      assert.equal((await pods()).length, 2);
    });

    it('ends: the DaemonSet and its pods are gone', async () => {
      cluster.live.setSpeed(20);
      assert.match(await run('kubectl delete -f fluentd.yaml'), /^daemonset.apps "fluentd-elasticsearch" deleted/);
      cluster.pass(60_000);
      assert.equal(cells(await run('kubectl get daemonset -n kube-system')).has('fluentd-elasticsearch'), false);
      assert.equal(await run('kubectl get pods -n kube-system -l name=fluentd-elasticsearch -o name'), '');
    });
  });
}
