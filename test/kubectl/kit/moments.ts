import type { CommandRecord } from './records.ts';

/** When a recorded command ran, in ms after the first one: as well as can be told. */
export interface Moment {
  readonly at: number;
  /** It ran before this: the next time that is known. */
  readonly before: number;
}

interface Bounds {
  /** It ran at this second, or later. */
  earliest: number;
  /** It ran within the second of `earliest`. */
  exact: boolean;
}

/** From one command to the next, where nothing is known: one that changes nothing comes sooner, since it can be typed again later. */
const usual = 150;
const soon = 2;

/**
 * The moments of records that ran one after the other. A server that has just written something says when; a table says how old things are whose
 * birth is known; and nothing a command shows lies in its future. What lies between such moments is spread over the time between them.
 */
export function momentsOf(
  records: readonly CommandRecord[],
  bodies: (record: CommandRecord) => readonly Body[],
): ReadonlyMap<string, Moment> {
  const born = new Map<string, number[]>();
  const texts = records.map(bodies);
  const bounds = records.map((record, i): Bounds => boundsOf(record, texts[i]!, born));
  texts.forEach((list, i) => {
    for (const { manager, time } of list.flatMap(({ text }) => writesIn(text))) {
      const writer = records.findLastIndex((record, j) => j <= i && record.command.startsWith(writers[manager] ?? '?'));
      if (writer >= 0 && !bounds[writer]!.exact && bounds[writer]!.earliest <= time) bounds[writer] = { earliest: time, exact: true };
    }
  });
  births(records, bounds);
  for (let i = 1; i < bounds.length; i++) {
    const [before, own] = [bounds[i - 1]!, bounds[i]!];
    if (own.earliest < before.earliest) Object.assign(own, { earliest: before.earliest, exact: false });
  }
  const zero = bounds[0]?.earliest ?? 0;
  const ats: number[] = [];
  const befores: number[] = [];
  let at = 0;
  records.forEach((record, i) => {
    const next = bounds.findIndex((one, j) => j > i && one.exact);
    const until = next < 0 ? Number.POSITIVE_INFINITY : bounds[next]!.earliest - zero + 1000;
    const own = bounds[i]!;
    const floor = own.earliest - zero + (own.exact ? 20 : 0);
    at = Math.max(at + (changes(record.command) ? usual : soon), floor);
    const before = own.exact ? own.earliest - zero + 2000 : until;
    at = Math.min(at, before);
    ats.push(at);
    befores.push(before);
  });
  closeGaps(records, bounds, ats, zero);
  return new Map(records.map(({ id }, i): [string, Moment] => [id, { at: ats[i]!, before: befores[i]! }]));
}

/** So long the delete of a pod takes there. */
const deletion = 1250;

/** Commands were typed one right after the other, or after a long wait: a gap below a second and a half is none. */
function closeGaps(records: readonly CommandRecord[], bounds: readonly Bounds[], ats: number[], zero: number): void {
  for (let i = ats.length - 2; i >= 0; i--) {
    const { command } = records[i]!;
    const waited = /^kubectl delete pods?\b/.test(command) && !/--(?:wait=false|force|now)/.test(command);
    const step = waited ? deletion : changes(command) ? 110 : 70;
    const gap = ats[i + 1]! - ats[i]!;
    const last = bounds[i]!.exact ? bounds[i]!.earliest - zero + 990 : Number.POSITIVE_INFINITY;
    if (gap > step && gap < (waited ? 4000 : 1500)) ats[i] = Math.max(ats[i]!, Math.min(last, ats[i + 1]! - step));
  }
}

/** The age of an object, in a table whose moment is known, tells when it was made: then the command ran that said so. */
function births(records: readonly CommandRecord[], bounds: Bounds[]): void {
  records.forEach((record, i) => {
    if (!bounds[i]!.exact) return;
    for (const { name, age } of agesIn(record.stdout)) {
      const made = records.findLastIndex(
        (one, j) => j <= i && new RegExp(`/${name} (?:created|serverside-applied)$`, 'm').test(one.stdout),
      );
      const time = bounds[i]!.earliest - age;
      if (made >= 0 && !bounds[made]!.exact && bounds[made]!.earliest <= time) bounds[made] = { earliest: time, exact: true };
    }
  });
}

function changes(command: string): boolean {
  return /^kubectl (?:apply|create|delete|edit|patch|replace|run|set|label|annotate|taint|cordon|uncordon|drain|rollout (?:undo|restart))\b/.test(
    command,
  );
}

/** Whether a command changes nothing, and waits for nothing. */
export function looksOnly(command: string): boolean {
  return /^kubectl (?:get|describe|events|diff|rollout history|rollout status .*--watch=false|api-resources)\b/.test(command);
}

/** What kubectl calls itself when it owns fields, and the command of which it is the last trace. */
const writers: Readonly<Record<string, string>> = {
  ...{ 'kubectl-client-side-apply': 'kubectl apply -f', 'kubectl-create': 'kubectl create', 'kubectl-edit': 'kubectl edit' },
  ...{
    'kubectl-patch': 'kubectl patch',
    'kubectl-set': 'kubectl set',
    'kubectl-label': 'kubectl label',
    'kubectl-rollout': 'kubectl rollout',
  },
  ...{
    'kubectl-annotate': 'kubectl annotate',
    'kubectl-replace': 'kubectl replace',
    'kubectl-run': 'kubectl run',
    'kubectl-taint': 'kubectl taint',
  },
};

function writesIn(text: string): readonly { readonly manager: string; readonly time: number }[] {
  const found = text.matchAll(/"manager": ?"([^"]+)", ?"operation": ?"Update", ?"apiVersion": ?"[^"]+", ?"time": ?"([^"]+)"/g);
  return [...found].map(([, manager = '', time = '']) => ({ manager, time: Date.parse(time) }));
}

/** A request of a record with the text that came back. */
export interface Body {
  readonly method: string;
  readonly text: string;
}

const stamp = /(?<field>[\w./-]+)"?: ?"(?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)"/g;
const future = new Set(['deletionTimestamp']);

function boundsOf(record: CommandRecord, bodies: readonly Body[], born: Map<string, number[]>): Bounds {
  let [earliest, exact] = [Number.NEGATIVE_INFINITY, false];
  const see = (time: number, sure: boolean): void => {
    if (time > earliest) [earliest, exact] = [time, sure];
    else if (time === earliest && sure) exact = true;
  };
  for (const { method, text } of bodies) {
    for (const { groups } of text.matchAll(stamp))
      if (!future.has(groups!.field!)) see(Date.parse(groups!.time!), method !== 'GET' && method !== 'DELETE');
    remember(text, born);
  }
  for (const { name, age } of agesIn(record.stdout)) {
    const known = born.get(name)?.filter(time => earliest === Number.NEGATIVE_INFINITY || time <= earliest + 60_000) ?? [];
    const last = known.at(-1);
    if (last !== undefined) see(last + age, true);
  }
  return { earliest, exact };
}

/** When objects were made, by name. */
function remember(text: string, born: Map<string, number[]>): void {
  for (const [, name, meta] of text.matchAll(/"metadata": ?\{"name": ?"([^"]+)",([^{}]*)/g)) {
    const time = /"creationTimestamp": ?"([^"]+)"/.exec(meta ?? '')?.[1];
    if (time === undefined) continue;
    const list = born.get(name!) ?? [];
    if (!list.includes(Date.parse(time)))
      born.set(
        name!,
        [...list, Date.parse(time)].sort((a, b) => a - b),
      );
  }
}

/** Names and ages in a table that kubectl printed, in ms; ages in whole minutes or more tell too little. */
function agesIn(stdout: string): readonly { readonly name: string; readonly age: number }[] {
  const [header = '', ...rows] = stdout.split('\n');
  const columns = header.trim().split(/\s{2,}|\s+(?=AGE)/);
  const at = header.indexOf('AGE');
  if (at < 0 || !columns.includes('NAME')) return [];
  const nameAt = header.indexOf('NAME ');
  return rows.flatMap(row => {
    const name = row.slice(nameAt).split(/\s+/)[0]?.replace(/^.*\//, '') ?? '';
    const age = /^(?:(\d+)m)?(\d+)s(?:\s|$)/.exec(row.slice(at).trim());
    return age === null || name === '' ? [] : [{ name, age: (Number(age[1] ?? 0) * 60 + Number(age[2])) * 1000 }];
  });
}
