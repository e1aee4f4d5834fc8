import { randomBytes } from 'node:crypto';
import { createApiServer } from '../../core/apiserver/server.ts';
import type { ApiServer } from '../../core/apiserver/state.ts';
import { defaultKubernetesVersion } from '../../core/kubernetes/versions.ts';
import type { ServeToHost } from '../../core/protocol/serve.ts';
import { defaultAssumptions } from '../../core/simulation/assumptions.ts';
import { manifestKubelet } from '../../core/simulation/kubeletModel.ts';
import { type Observer, silent } from '../../core/simulation/observer.ts';
import { endlessLimits, type Scenario, type ScenarioEvent } from '../../core/simulation/scenario.ts';
import { descriptions } from '../../server/analysis/schema/generated/descriptions.ts';
import { exitCodes } from '../exitCodes.ts';
import { readClusterAlone } from '../input/readCluster.ts';
import { readScenario } from '../input/readScenario.ts';
import { WrongUse } from '../wrongUse.ts';
import { openChannel } from './channel.ts';
import { hasKubectl } from './findKubectl.ts';
import { type Listening, listen } from './httpsServer.ts';
import { removeLeftOver, writeKubeconfig } from './kubeconfig.ts';
import { goLive, type LiveServer } from './liveServer.ts';
import type { ServeOptions } from './options.ts';
import { mustBeWritable, saveScenario } from './saveScenario.ts';
import { createClock } from './virtualClock.ts';

/** Serves until it is told to stop: by a signal, or because whoever started it closes its channel. Returns the exit code. */
export async function serveCluster(options: ServeOptions, host: NodeJS.Process): Promise<number> {
  if (options.saveScenario !== undefined) mustBeWritable(options.saveScenario);
  const scenario = scenarioOf(options);
  const refused = new Set<ScenarioEvent>();
  const server = startWorld(scenario, refused);
  // read when first needed: no other command makes certificates
  const { makeCertificates } = await import('./certificate.ts');
  const certificates = await makeCertificates(Date.now());
  const token = randomBytes(32).toString('hex');
  const live = goLive(server, createClock(Date.now, options.speed));
  const listening = await listen(live, certificates, token, options.port).catch(error => {
    live.stop();
    throw unableToListen(error, options.port);
  });
  removeLeftOver();
  const config = writeKubeconfig(`https://127.0.0.1:${listening.port}`, certificates.authority, token);
  host.once('exit', () => config.remove());
  const closeChannel = tellHost(host, live, scenario);
  const kubectl = hasKubectl();
  host.stdout.write(greeting(config.file, server, listening, kubectl));
  host.send?.({ kind: 'ready', kubeconfig: config.file, port: listening.port, kubectl } satisfies ServeToHost);
  await ended(host);
  closeChannel();
  live.stop();
  await listening.close();
  config.remove();
  if (options.saveScenario !== undefined) saveScenario(options.saveScenario, server, refused);
  return exitCodes.fine;
}

/** Whoever started this process may have a channel to it. Returns how to close it. */
function tellHost(host: NodeJS.Process, live: LiveServer, scenario: Scenario): () => void {
  if (host.send === undefined) return () => undefined;
  // A channel that has just been closed refuses: then this process is about to end.
  const send = (message: ServeToHost): void => void (host.connected && host.send?.(message, undefined, undefined, () => undefined));
  const stopTelling = openChannel({ send, onMessage: told => host.on('message', told) }, live, scenario);
  return () => {
    stopTelling();
    // An open channel would keep this process alive.
    if (host.connected) host.disconnect();
  };
}

function scenarioOf({ scenario, cluster, version, seed, assumptions }: ServeOptions): Scenario {
  if (scenario === undefined)
    return {
      ...{ kubernetesVersion: version ?? defaultKubernetesVersion, seed: seed ?? 1, cluster: readClusterAlone(cluster), baseline: null },
      ...{ events: [], assumptions: { ...defaultAssumptions, ...assumptions }, kubelet: manifestKubelet, limits: endlessLimits },
    };
  const read = readScenario(scenario).file.scenario;
  return {
    ...{ ...read, kubernetesVersion: version ?? read.kubernetesVersion, seed: seed ?? read.seed, limits: endlessLimits },
    assumptions: { ...read.assumptions, ...assumptions },
  };
}

function startWorld(scenario: Scenario, refusals: Set<ScenarioEvent>): ApiServer {
  const follower: Observer = { ...silent, marked: (_at, event, refused) => void (refused !== null && refusals.add(event)) };
  const started = createApiServer(scenario, describe, follower);
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

function greeting(file: string, server: ApiServer, { port }: Listening, kubectl: boolean): string {
  const { cluster, kubernetesVersion } = server.run.world.scenario;
  const missing = 'kubectl was not found on the PATH: install it (https://kubernetes.io/docs/tasks/tools/), any version will do.\n';
  return `Kubernetes ${kubernetesVersion}, simulated: ${cluster.name}, on https://127.0.0.1:${port}

  export KUBECONFIG=${file}
  kubectl get daemonsets -A

${kubectl ? '' : missing}Ctrl+C ends it; the kubeconfig goes with it.
`;
}

/** A signal, or the end of whoever started this process. */
function ended(host: NodeJS.Process): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) host.once(signal, () => resolve());
    host.once('disconnect', () => resolve());
  });
}
