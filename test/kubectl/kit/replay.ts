import fs from 'node:fs';
import path from 'node:path';
import { nextDue } from '../../../core/apiserver/server.ts';
import { looksOnly, type Moment } from './moments.ts';
import { inOurNames, type Names, withOurNames } from './names.ts';
import { normalised } from './normalise.ts';
import type { CommandRecord } from './records.ts';
import { type Command, type KubectlVersion, type Ran, type as typeInto } from './shell.ts';
import type { SimulatedCluster } from './simulatedCluster.ts';

/** Virtual time that passes before a command that only looks is typed once more, as long as it stays before the next known moment of the recording. */
const patience = [0, ...Array<number>(30).fill(45), ...Array<number>(12).fill(140), 400, 600, 1000, 1500];
/** When nobody has asked anything for so long, in ms of the wall, a command waits for the world to go on. */
const quiet = 60;
/** Some ask again and again in place of watching. */
const quietWithoutWatch = 300;
const longestStep = 500;
const fastest = 5;

/** Types a recorded command into our cluster at its moment, and if it only looks and `patient`, a few times more soon after; null: the same exit code and the same words as recorded, else what differs. */
export async function replay(
  cluster: SimulatedCluster,
  record: CommandRecord,
  moment: Moment,
  names: Names,
  version: KubectlVersion,
  patient: boolean,
): Promise<string | null> {
  for (const [name, text] of Object.entries(record.files ?? {})) {
    const file = path.join(cluster.folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
  const now = (): number => cluster.clock.read().now;
  // no two commands come at one moment, however late ours are
  cluster.pass(Math.max(looksOnly(record.command) ? 2 : 100, moment.at - now()));
  const line = withOurNames(record.command, cluster.server, names);
  const command = { line, stdin: record.stdin, env: record.env };
  if (waits(record.command)) return differenceOf(record, await typeAndGoOn(cluster, version, command), names, version);
  let difference: string | null = null;
  const again = patient && looksOnly(record.command);
  for (const ms of again ? patience : [0]) {
    if (ms > 0 && now() + ms > moment.before) break;
    cluster.pass(ms);
    difference = differenceOf(record, await typeInto(cluster, version, command), names, version);
    if (difference === null) return null;
  }
  // a note may say that they waited
  const left = record.note === undefined ? 0 : moment.before - 500 - now();
  if (!again || !Number.isFinite(left) || left < 1000) return difference;
  cluster.pass(left);
  return differenceOf(record, await typeInto(cluster, version, command), names, version);
}

/** These come back when something has happened. */
function waits(command: string): boolean {
  const waiting = /^kubectl (?:delete|rollout status|wait|drain|replace --force|apply .*--prune)\b/.test(command);
  return waiting && !looksOnly(command) && !command.includes('--wait=false');
}

/** Types a command; whenever it waits, the world goes on to what happens next. */
async function typeAndGoOn(cluster: SimulatedCluster, version: KubectlVersion, command: Command): Promise<Ran> {
  let ended = false;
  const running = typeInto(cluster, version, command).finally(() => {
    ended = true;
  });
  const before = cluster.watches();
  const begin = { wall: Date.now(), virtual: cluster.clock.read().now };
  // limits of time that kubectl was given are in time of the wall
  const ahead = (): boolean => cluster.clock.read().now - begin.virtual > 500 + fastest * (Date.now() - begin.wall);
  while (!ended) {
    await new Promise(resolve => setTimeout(resolve, 5));
    if (ended || ahead() || cluster.quiet() < (cluster.watches() > before ? quiet : quietWithoutWatch)) continue;
    const due = nextDue(cluster.server);
    const last = cluster.server.log.length;
    cluster.pass(due === null ? longestStep : Math.min(longestStep, Math.max(1, due - cluster.clock.read().now)));
    // kubectl may have seen what it waits for: it needs a moment to end
    const changed = cluster.server.log.slice(last);
    const gone = changed.some(entry => entry.after === null);
    const seen = changed.some(entry => entry.store === 'daemonsets');
    await new Promise(resolve => setTimeout(resolve, gone ? 250 : seen ? 100 : 10));
  }
  return running;
}

function differenceOf(record: CommandRecord, ran: Ran, names: Names, version: KubectlVersion): string | null {
  const parts: string[] = [];
  if (record.exitCode !== ran.exitCode) parts.push(`exit code ${record.exitCode} was recorded, ours is ${ran.exitCode}`);
  for (const stream of ['stdout', 'stderr'] as const) {
    const once = record.command.includes('rollout status');
    const [theirs, ours] = [normalised(inOurNames(asSaidBy(version, record[stream]), names), once), normalised(ran[stream], once)];
    if (theirs !== ours) parts.push(`${stream}:\n${lineDifference(theirs, ours)}`);
  }
  return parts.length === 0 ? null : parts.join('\n');
}

/** What 1.35 says otherwise than 1.36, with which was recorded (kubectl-1.35-differences.json). */
function asSaidBy(version: KubectlVersion, text: string): string {
  if (version === '1.36') return text;
  const doubled = text.replaceAll('cannot delete Pods', 'cannot delete cannot delete Pods');
  const withProxy = doubled.replace(/^( {2}Kubelet Version:.*\n)/m, '$1  Kube-Proxy Version:         \n');
  return withProxy
    .replace(/^Warning: resource .* Rolling back will not update .*\n/m, '')
    .replace('Kustomize Version: v5.8.1', 'Kustomize Version: v5.7.1');
}

/** Lines that only one of two texts has. */
function lineDifference(theirs: string, ours: string): string {
  const only = (a: string, b: string): string[] => {
    const rest = b.split('\n');
    return a.split('\n').filter(line => {
      const at = rest.indexOf(line);
      if (at >= 0) rest.splice(at, 1);
      return at < 0;
    });
  };
  return [...only(theirs, ours).map(line => `  recorded ${line}`), ...only(ours, theirs).map(line => `  ours     ${line}`)].join('\n');
}
