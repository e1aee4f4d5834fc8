const letters = 'bcdfghjklmnpqrstvwxz2456789';

/** What differs from run to run, by its look; the order matters. */
const placeholders: readonly (readonly [RegExp, string])[] = [
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<uid>'],
  [/[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} \+0000/g, '<time>'],
  [/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z/g, '<time>'],
  [/\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d+ \+0000/g, '<time>'],
  [/https?:\/\/127\.0\.0\.1:\d+|127\.0\.0\.1:\d+/g, '<server>'],
  [/\b\d{1,3}(?:\.\d{1,3}){3}\b/g, '<ip>'],
  [/\/tmp\/[\w.-]+(?:\/[\w.-]+)*/g, '<tmp>'],
  [new RegExp(`(kube-api-access)-[${letters}]{5}\\b`, 'g'), '$1-<pod>'],
  [/\.1[0-9a-f]{15}\b/g, '.<event>'],
  [new RegExp(`-[${letters}]{5}(?=-[${letters}]{5}\\b)`, 'g'), '-<pod>'],
  [new RegExp(`-[${letters}]{5}\\b(?![-/]?[a-z])`, 'g'), '-<pod>'],
  [new RegExp(`\\b[${letters}]{8,10}\\b`, 'g'), '<hash>'],
  [/(resourceVersion"?: "?)\d+/g, '$1<rv>'],
  [/\b(?:\d+[dhms]){1,2}\b/g, '<age>'],
];

/** A text with placeholders, its lines sorted: the controller takes nodes in any order. Gaps between columns are one space. `once`: a line said more than once counts once. */
export function normalised(text: string, once = false): string {
  let plain = text;
  for (const [pattern, name] of placeholders) plain = plain.replace(pattern, name);
  const lines = plain.split('\n').map(line => withKubelet(inOrder(line.replace(/\s+/g, ' ').trim())));
  const said = lines.filter(line => line !== '' && !ofKwok.some(pattern => pattern.test(line)));
  return (once ? [...new Set(said)] : said).sort().join('\n');
}

/**
 * Lines about containers are set aside on both sides: KWOK stood in for the kubelets of the recorded cluster, with words of its own for events, and it
 * left the reason of a condition that no longer holds.
 */
const ofKwok: readonly RegExp[] = [
  /\b(?:Pulling|Pulled|Created|Started|Killing|BackOff)\b.*(?:\bkubelet\b|\bkwok_controller\b|\b[Pp]od\/)/,
  /^"?reason"?: "?ContainersNotReady"?,?$/,
  /^"?message"?: ['"]?containers with unready status/,
];

/** Who holds the lease of a node: KWOK, or its kubelet. And KWOK lets the containers of a pod that is being deleted be Ready to its end. */
function withKubelet(line: string): string {
  return line
    .replace(/\b\d+(\/\d+ Terminating)/, '-$1')
    .replace(/^(HolderIdentity: )\S+$/, '$1<kubelet>')
    .replace(/^(\S+) (?:kwok_\S+|\1) <age>$/, '$1 <kubelet> <age>');
}

/** kubectl drain joins its warnings in any order. */
function inOrder(line: string): string {
  const parts = /^Warning: (.*; .*)$/.exec(line)?.[1]?.split('; ').sort();
  return parts === undefined ? line : `Warning: ${parts.join('; ')}`;
}
