import fs from 'node:fs';
import path from 'node:path';
import { normalised } from './normalise.ts';
import type { CommandRecord } from './records.ts';
import { type Ran, type as typeInto } from './shell.ts';
import type { SimulatedCluster } from './simulatedCluster.ts';

/** Virtual time that passes before a command that only looks is typed once more: the recording was made at some such moment. */
const patience = [0, 100, 200, 200, 300, 400, 500, 700, 1500, 3000, 60_000];
/** Virtual seconds a second while a command that does something, or waits, runs. */
const pace = 2;
/** Virtual time from one command to the next. */
const between = 60;

/** Types a recorded command into our cluster; null: the same exit code and the same words as recorded, else what differs. */
export async function replay(
  cluster: SimulatedCluster,
  version: '1.35' | '1.36',
  record: CommandRecord,
  names: Map<string, string>,
  patient: boolean,
): Promise<string | null> {
  for (const [name, text] of Object.entries(record.files ?? {})) {
    const file = path.join(cluster.folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
  const line = withOurNames(record.command, cluster, names);
  let difference: string | null = null;
  const looks = looksOnly(record.command);
  const waits = waitsForChange(record.command);
  cluster.live.setSpeed(waits ? (record.command.startsWith('kubectl delete pod') ? 1 : pace) : 0);
  cluster.pass(between);
  for (const ms of looks && patient ? patience : [0]) {
    if (ms > 0) cluster.pass(ms);
    const ran = await typeInto(cluster, version, { line, stdin: record.stdin, env: record.env });
    difference = differenceOf(record, ran, names);
    if (difference === null) return null;
  }
  return difference;
}

/** These come back when something has happened. */
function waitsForChange(command: string): boolean {
  return (
    /^kubectl (?:delete|rollout status|wait|drain|replace --force|apply .*--prune)\b/.test(command) && !command.includes('--wait=false')
  );
}

function looksOnly(command: string): boolean {
  return /^kubectl (?:get|describe|events|diff|rollout history|api-resources)\b/.test(command);
}

const generated = /\b([a-z][a-z0-9-]*)-([bcdfghjklmnpqrstvwxz2456789]{5})\b/g;

/** Pods have other names here: each recorded one stands for one of ours of the same DaemonSet. */
function withOurNames(command: string, cluster: SimulatedCluster, names: Map<string, string>): string {
  return command.replace(generated, (whole: string, owner: string) => {
    const known = names.get(whole);
    if (known !== undefined) return known;
    const ours = [...(cluster.server.objects.get('pods')?.values() ?? [])]
      .map(pod => pod.name)
      .filter(name => name.replace(/-[^-]*$/, '') === owner);
    const free = ours.sort().find(name => ![...names.values()].includes(name));
    if (free === undefined) return whole;
    names.set(whole, free);
    return free;
  });
}

function differenceOf(record: CommandRecord, ran: Ran, names: Map<string, string>): string | null {
  const swap = (text: string): string => [...names].reduce((all, [recorded, ours]) => all.replaceAll(recorded, ours), text);
  const parts: string[] = [];
  if (record.exitCode !== ran.exitCode) parts.push(`exit code ${record.exitCode} was recorded, ours is ${ran.exitCode}`);
  for (const stream of ['stdout', 'stderr'] as const) {
    const once = record.command.includes('rollout status');
    const [theirs, ours] = [normalised(swap(record[stream]), once), normalised(ran[stream], once)];
    if (theirs !== ours) parts.push(`${stream}:\n${lineDifference(theirs, ours)}`);
  }
  return parts.length === 0 ? null : parts.join('\n');
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
