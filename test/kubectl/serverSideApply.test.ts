import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { tutorialCluster } from '../../core/simulation/clusters/tutorial.ts';
import { kubectlVersions } from '../../scripts/kubectl/ensureKubectl.mjs';
import { type Ran, type as typeInto } from './kit/shell.ts';
import { type SimulatedCluster, startCluster } from './kit/simulatedCluster.ts';

const manifest = (image: string, extra = ''): string => `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: agent
  namespace: default
spec:
${extra}  selector:
    matchLabels: {app: agent}
  template:
    metadata:
      labels: {app: agent}
    spec:
      containers:
      - name: agent
        image: ${image}
`;

/** Two tools, one DaemonSet: who owns what, as a real kubectl sees it. */
for (const version of kubectlVersions) {
  describe(`server-side apply with kubectl ${version}`, () => {
    let cluster: SimulatedCluster;
    before(async () => {
      cluster = await startCluster(tutorialCluster(), 0);
    });
    after(() => cluster.stop());
    const run = (line: string, image: string, extra = ''): Promise<Ran> => {
      fs.writeFileSync(path.join(cluster.folder, 'agent.yaml'), manifest(image, extra));
      return typeInto(cluster, version, { line });
    };
    const owners = async (): Promise<string> =>
      (
        await run(
          `kubectl get ds agent --show-managed-fields -o jsonpath='{range .metadata.managedFields[*]}{.manager}/{.operation} {end}'`,
          '',
        )
      ).stdout;

    it('tells of conflicts in the words that people search for, and takes over when forced', async () => {
      assert.equal((await run('kubectl apply -f agent.yaml', 'agent:1')).stdout, 'daemonset.apps/agent created\n');
      const refused = await run('kubectl apply --server-side --field-manager=ci -f agent.yaml', 'agent:2');
      assert.equal(refused.exitCode, 1);
      assert.match(
        refused.stderr,
        /^error: Apply failed with 1 conflict: conflict with "kubectl-client-side-apply" using apps\/v1: \.spec\.template\.spec\.containers\[name="agent"\]\.image\n/,
      );
      const forced = await run('kubectl apply --server-side --field-manager=ci --force-conflicts -f agent.yaml', 'agent:2');
      assert.equal(forced.stdout, 'daemonset.apps/agent serverside-applied\n');
      // kubectl has moved what was applied on the client side to the new owner
      assert.equal(await owners(), 'ci/Apply kube-controller-manager/Update ');
    });

    it('moves what was applied on the client side to the server side, and takes away what is left out', async () => {
      await run('kubectl delete ds agent --wait=false', '');
      cluster.pass(5000);
      await run('kubectl apply -f agent.yaml', 'agent:1', '  minReadySeconds: 5\n');
      const moved = await run('kubectl apply --server-side -f agent.yaml', 'agent:2', '  minReadySeconds: 5\n');
      assert.equal(moved.exitCode, 0, moved.stderr);
      assert.deepEqual((await owners()).trim().split(' ').sort(), [
        'kube-controller-manager/Update',
        'kubectl-last-applied/Apply',
        'kubectl/Apply',
      ]);
      assert.equal((await run('kubectl apply --server-side -f agent.yaml', 'agent:2')).exitCode, 0);
      assert.equal((await run("kubectl get ds agent -o jsonpath='{.spec.minReadySeconds}'", '')).stdout, '');
    });
  });
}
