import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makeCertificates } from '../../../cli/serve/certificate.ts';
import { listen } from '../../../cli/serve/httpsServer.ts';
import { type Kubeconfig, writeKubeconfig } from '../../../cli/serve/kubeconfig.ts';
import { goLive, type LiveServer } from '../../../cli/serve/liveServer.ts';
import { createClock, type Speed, type VirtualClock } from '../../../cli/serve/virtualClock.ts';
import { createApiServer } from '../../../core/apiserver/server.ts';
import type { ApiServer } from '../../../core/apiserver/state.ts';
import { type Assumptions, defaultAssumptions } from '../../../core/simulation/assumptions.ts';
import { manifestKubelet } from '../../../core/simulation/kubeletModel.ts';
import { type Cluster, endlessLimits } from '../../../core/simulation/scenario.ts';
import { descriptions } from '../../../server/analysis/schema/generated/descriptions.ts';

/** A simulated cluster that listens, and its clock. */
export interface SimulatedCluster {
  readonly server: ApiServer;
  readonly live: LiveServer;
  readonly clock: VirtualClock;
  readonly kubeconfig: string;
  readonly port: number;
  readonly token: string;
  readonly authority: string;
  /** A folder of this cluster's own, which goes with it. */
  readonly folder: string;
  /** Lets virtual time pass at once. */
  pass(ms: number): void;
  /** How many watches are open. */
  watches(): number;
  /** For how long, in ms of the wall, nobody has asked anything. */
  quiet(): number;
  stop(): Promise<void>;
}

export const token = 'secret-of-the-tests';

export async function startCluster(
  cluster: Cluster,
  speed: Speed,
  assumptions: Assumptions = defaultAssumptions,
): Promise<SimulatedCluster> {
  const started = createApiServer(
    {
      ...{ kubernetesVersion: '1.36', seed: 1, cluster, baseline: null, events: [], assumptions },
      ...{ kubelet: manifestKubelet, limits: endlessLimits },
    },
    (type, field) => descriptions[type]?.[field] ?? '',
  );
  if (!started.ok) throw new Error(JSON.stringify(started.problems));
  const { server } = started;
  const clock = steady(createClock(Date.now, speed));
  const live = goLive(server, clock);
  const certificates = await makeCertificates(Date.now());
  let asked = Date.now();
  const heard: LiveServer = {
    ...live,
    answer(request, by) {
      asked = Date.now();
      return live.answer(request, by);
    },
  };
  const listening = await listen(heard, certificates, token, 0);
  const config: Kubeconfig = writeKubeconfig(`https://127.0.0.1:${listening.port}`, certificates.authority, token);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'daemonscope-kubectl-'));
  return {
    ...{ server, live, clock, kubeconfig: config.file, port: listening.port, token, authority: certificates.authority, folder },
    pass(ms) {
      clock.atLeast(clock.read().now + ms);
      live.catchUp();
    },
    watches: listening.watches,
    quiet: () => Date.now() - asked,
    async stop() {
      live.stop();
      await listening.close();
      config.remove();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A clock whose wall goes with virtual time, from a day ago: timestamps never shift, so kubectl sees what did not change as unchanged. */
function steady(clock: VirtualClock): VirtualClock {
  const yesterday = Math.floor(Date.now() / 1000) * 1000 - 24 * 3600 * 1000;
  return {
    get speed() {
      return clock.speed;
    },
    read() {
      const { now } = clock.read();
      return { now, wall: yesterday + now };
    },
    atLeast: now => clock.atLeast(now),
    setSpeed: next => clock.setSpeed(next),
  };
}
