import type { ApiServer } from '../../../core/apiserver/state.ts';
import type { CommandRecord } from './records.ts';

/** Recorded names of pods, and which of ours stand for them. */
export interface Names {
  readonly ours: Map<string, string>;
  /** On which node a recorded pod ran, as far as any record tells. */
  readonly nodes: ReadonlyMap<string, string>;
}

const generated = /\b([a-z][a-z0-9-]*)-([bcdfghjklmnpqrstvwxz2456789]{5})\b/g;

export function namesIn(records: readonly CommandRecord[]): Names {
  const nodes = new Map<string, string>();
  for (const { stdout } of records) {
    for (const [, pod, node] of stdout.matchAll(/assigned [\w-]+\/([\w-]+) to ([\w-]+)/g)) nodes.set(pod!, node!);
    for (const [, pod, node] of stdout.matchAll(/^(?:pod\/)?([\w-]+-[\w]{5}) .*\d[smhd] +(?:[\d.]+|<none>) +([\w-]+) +<none>/gm))
      nodes.set(pod!, node!);
    const described = /^Name: +([\w-]+)$[\s\S]*?^Node: +([\w-]+)\//m.exec(stdout);
    if (described !== null) nodes.set(described[1]!, described[2]!);
  }
  return { ours: new Map(), nodes };
}

/** Generated names are others here: each recorded one stands for one of ours with the same beginning; a pod for one on the same node if that is known. */
export function withOurNames(command: string, server: ApiServer, { ours, nodes }: Names): string {
  return command.replace(generated, (whole: string, owner: string) => {
    const known = ours.get(whole);
    if (known !== undefined) return known;
    const { world } = server.run;
    const all = ['pods', 'daemonsets'].flatMap(store => [...(server.objects.get(store)?.values() ?? [])]);
    const pods = all.filter(one => one.name.length === whole.length && one.name.replace(/-[^-]*$/, '') === owner);
    if (pods.some(one => one.name === whole)) return whole;
    const node = nodes.get(whole);
    const clock = { now: world.now, wall: 0 };
    const free = pods.filter(pod => ![...ours.values()].includes(pod.name)).sort((a, b) => (a.name < b.name ? -1 : 1));
    const there = free.find(pod => (pod.json(clock) as { spec?: { nodeName?: string } }).spec?.nodeName === node) ?? free[0];
    if (there === undefined) return whole;
    ours.set(whole, there.name);
    return there.name;
  });
}

/** A recorded text with our names in the place of theirs. */
export function inOurNames(text: string, { ours }: Names): string {
  return [...ours].reduce((all, [recorded, own]) => all.replaceAll(recorded, own), text);
}
