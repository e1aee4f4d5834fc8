import type { CST } from 'yaml';

/** Whether tokens are nested deeper than `limit`. Walks without recursion, so that it can judge any depth before a recursive reader meets it. */
export function nestingTooDeep(tokens: readonly CST.Token[], limit: number): boolean {
  const open: { token: CST.Token; depth: number }[] = tokens.map(token => ({ token, depth: 0 }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.depth > limit) return true;
    for (const child of childrenOf(next.token)) open.push({ token: child, depth: next.depth + 1 });
  }
  return false;
}

function childrenOf(token: CST.Token): CST.Token[] {
  if (token.type === 'document') return token.value === undefined ? [] : [token.value];
  if (token.type !== 'block-map' && token.type !== 'block-seq' && token.type !== 'flow-collection') return [];
  return token.items.flatMap(item => [item.key, item.value].filter((part): part is CST.Token => part !== undefined && part !== null));
}
