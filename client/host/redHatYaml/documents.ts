/** Whose help a YAML document gets: a DaemonSet's and a scenario's is ours, all other documents are left to the YAML extension. */
export type Owner = 'ours' | 'theirs';

/**
 * The YAML documents of a file in the order in which the YAML extension counts them: what stands before the first `---` is one only when there is more
 * than comments and directives, and so is what follows a line `...`. Nothing is parsed; a document's own lines tell whose it is.
 */
export function ownersOf(text: string): readonly Owner[] {
  const documents: Owner[] = [];
  let lines: string[] = [];
  let opened = false;
  const close = (): void => {
    if (opened || lines.some(isContent)) documents.push(isOurs(lines.join('\n')) ? 'ours' : 'theirs');
    lines = [];
    opened = false;
  };
  for (const line of text.split(/\r\n|\n|\r/)) {
    const marker = /^(---|\.\.\.)(?=\s|$)/.exec(line)?.[1];
    if (marker === undefined) lines.push(line);
    else {
      // Comments and directives before a document belong to it.
      if (opened || marker === '...' || lines.some(isContent)) close();
      lines = [line.slice(3)];
      opened = marker === '---';
    }
  }
  close();
  return documents;
}

function isContent(line: string): boolean {
  return /^\s*[^\s#%]/.test(line);
}

/** A kind at the document's own level; in a List, or in braces, wherever it stands. */
function isOurs(document: string): boolean {
  if (/^apiVersion:\s*["']?daemonscope\.dev\//m.test(document)) return true;
  const isWrapped = /^\s*\{/.test(document) || /^kind:\s*["']?(?:List|DaemonSetList)\b/m.test(document);
  const kind = isWrapped ? /["']?\bkind["']?\s*:\s*["']?DaemonSet\b/ : /^kind:\s*["']?DaemonSet\b/m;
  return kind.test(document);
}
