import assert from 'node:assert/strict';
import { tutorialCluster } from '../../core/simulation/clusters/tutorial.ts';
import { clientNode } from '../../scripts/kubectl/ensureClientNode.mjs';
import { until } from '../kit/eventually.ts';
import { type SimulatedCluster, startCluster } from './kit/simulatedCluster.ts';

/** What a program does with the Kubernetes client library for Node. */
describe('@kubernetes/client-node', () => {
  let cluster: SimulatedCluster;
  let config: any;
  let k8s: any;
  before(async () => {
    cluster = await startCluster(tutorialCluster(), 0);
    k8s = await clientNode();
    config = new k8s.KubeConfig();
    config.loadFromFile(cluster.kubeconfig);
  });
  after(() => cluster.stop());

  it('lists, reads, patches, and gets the Status of what is not there', async () => {
    const apps = config.makeApiClient(k8s.AppsV1Api);
    const list = await apps.listNamespacedDaemonSet({ namespace: 'kube-system' });
    assert.deepEqual(list.items.map((one: any) => one.metadata.name).sort(), ['calico-node', 'kube-proxy', 'nodelocaldns']);
    const body = [{ op: 'add', path: '/spec/minReadySeconds', value: 7 }];
    const patched = await apps.patchNamespacedDaemonSet({ namespace: 'kube-system', name: 'kube-proxy', body });
    assert.equal(patched.spec.minReadySeconds, 7);
    const missing = await apps.readNamespacedDaemonSet({ namespace: 'kube-system', name: 'nope' }).then(
      () => null,
      (error: any) => error,
    );
    assert.equal(missing.code, 404);
    assert.equal(JSON.parse(missing.body).message, 'daemonsets.apps "nope" not found');
    assert.equal((await config.makeApiClient(k8s.VersionApi).getCode()).gitVersion, 'v1.36.3');
  });

  it('keeps a cache by an informer, through a rollout', async () => {
    const core = config.makeApiClient(k8s.CoreV1Api);
    const pods = await core.listNamespacedPod({ namespace: 'kube-system', labelSelector: 'k8s-app=kube-proxy' });
    const list = (): Promise<unknown> => core.listNamespacedPod({ namespace: 'kube-system', labelSelector: 'k8s-app=kube-proxy' });
    const informer = k8s.makeInformer(config, '/api/v1/namespaces/kube-system/pods', list, 'k8s-app=kube-proxy');
    const told: string[] = [];
    for (const event of ['add', 'update', 'delete']) informer.on(event, (pod: any) => told.push(`${event} ${pod.metadata.name}`));
    const errors: unknown[] = [];
    informer.on('error', (error: unknown) => errors.push(error));
    await informer.start();
    await until(
      'watches',
      () => cluster.watches(),
      count => count > 0,
    );
    const [first] = pods.items;
    await core.deleteNamespacedPod({ namespace: 'kube-system', name: first.metadata.name });
    for (let i = 0; i < 40; i++) cluster.pass(1000);
    const names = [...(cluster.server.objects.get('pods')?.values() ?? [])]
      .map(pod => pod.name)
      .filter(name => name.startsWith('kube-proxy-'));
    await until(
      'names in the cache',
      () => informer.list('kube-system').map((pod: any) => pod.metadata.name),
      cached => JSON.stringify(cached.sort()) === JSON.stringify(names.sort()) && told.includes(`delete ${first.metadata.name}`),
    );
    assert.equal(told.filter(one => one.startsWith('add ')).length, 6);
    assert.deepEqual(errors, []);
    await informer.stop();
  });
});
