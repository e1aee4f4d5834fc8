import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { createApiServer } from '../../core/apiserver/server.ts';
import type { ApiServer } from '../../core/apiserver/state.ts';
import { defaultAssumptions } from '../../core/simulation/assumptions.ts';
import { manifestKubelet } from '../../core/simulation/kubeletModel.ts';
import { snapshot } from '../../core/simulation/run.ts';
import type { Scenario } from '../../core/simulation/scenario.ts';
import { descriptions } from '../../server/analysis/schema/generated/descriptions.ts';
import { exitCodes } from '../exitCodes.ts';
import { readClusterAlone } from '../input/readCluster.ts';
import { WrongUse } from '../wrongUse.ts';

import { type Listening, listen } from './httpsServer.ts';
import { writeKubeconfig } from './kubeconfig.ts';
import { goLive } from './liveServer.ts';
import type { ServeOptions } from './options.ts';
import { createClock } from './virtualClock.ts';

/** Serves until it is told to stop: by a signal, or because whoever started it closes its channel. Returns the exit code. */
export async function serveCluster(options: ServeOptions, host: NodeJS.Process): Promise<number> {
  const server = startWorld(options);
  // read when first needed: no other command makes certificates
  const { makeCertificates } = await import('./certificate.ts');
  const certificates = await makeCertificates(Date.now());
  const token = randomBytes(32).toString('hex');
  const live = goLive(server, createClock(Date.now, options.speed));
  const listening = await listen(live, certificates, token, options.port).catch(error => {
    live.stop();
    throw unableToListen(error, options.port);
  });
  const config = writeKubeconfig(`https://127.0.0.1:${listening.port}`, certificates.authority, token);
  host.once('exit', () => config.remove());
  host.stdout.write(greeting(config.file, server, listening));
  host.send?.({ kind: 'ready', kubeconfig: config.file, port: listening.port });
  await ended(host);
  live.stop();
  await listening.close();
  config.remove();
  if (options.saveScenario !== undefined)
    fs.writeFileSync(options.saveScenario, `${JSON.stringify(snapshot(server.run).scenario, null, 2)}\n`);
  return exitCodes.fine;
}

/** A served world ends with its process: the longest span and count that a scenario may have. */
const endless = 9_000_000_000_000;

function startWorld({ cluster, version, seed }: ServeOptions): ApiServer {
  const scenario: Scenario = {
    ...{ kubernetesVersion: version, seed, cluster: readClusterAlone(cluster), baseline: null, events: [] },
    ...{ assumptions: defaultAssumptions, kubelet: manifestKubelet },
    limits: { until: endless, maxEvents: endless },
  };
  const started = createApiServer(scenario, describe);
  if (started.ok) return started.server;
  const [problem] = started.problems;
  throw new WrongUse(`the cluster cannot be simulated: ${problem?.path.join('.') ?? ''}: ${problem?.message ?? ''}`);
}

/** What Kubernetes says of a field. */
function describe(type: string, field: string): string {
  const fields = Object.hasOwn(descriptions, type) ? descriptions[type] : undefined;
  return fields !== undefined && Object.hasOwn(fields, field) ? (fields[field] ?? '') : '';
}

function unableToListen(error: unknown, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'EADDRINUSE') return new WrongUse(`--port ${port}: another program listens there already.`);
  return code === 'EACCES' ? new WrongUse(`--port ${port}: this user may not listen there.`) : error;
}

function greeting(file: string, server: ApiServer, { port }: Listening): string {
  const { cluster, kubernetesVersion } = server.run.world.scenario;
  return `Kubernetes ${kubernetesVersion}, simulated: ${cluster.name}, on https://127.0.0.1:${port}

  export KUBECONFIG=${file}
  kubectl get daemonsets -A

Ctrl+C ends it; the kubeconfig goes with it.
`;
}

/** A signal, or the end of whoever started this process. */
function ended(host: NodeJS.Process): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) host.once(signal, () => resolve());
    host.once('disconnect', () => resolve());
  });
}
