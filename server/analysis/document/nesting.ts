import type { CST } from 'yaml';

/** Whether tokens are nested deeper than `limit`, so that a recursive reader can be kept from them. Itself goes no deeper than that. */
export function nestingTooDeep(tokens: readonly CST.Token[], limit: number): boolean {
  return tokens.some(token => isDeeper(token, limit));
}

function isDeeper(token: CST.Token, levels: number): boolean {
  if (levels < 0) return true;
  if (token.type === 'document') return token.value !== undefined && isDeeper(token.value, levels - 1);
  if (token.type !== 'block-map' && token.type !== 'block-seq' && token.type !== 'flow-collection') return false;
  for (const { key, value } of token.items) {
    if (key && isDeeper(key, levels - 1)) return true;
    if (value && isDeeper(value, levels - 1)) return true;
  }
  return false;
}
