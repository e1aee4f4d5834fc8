/** Offsets into the text of one YAML document; `end` is the first character after it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

interface NodeBase {
  readonly span: Span;
  readonly anchor: string | null;
  /** The resolved tag as written (`tag:yaml.org,2002:str` for `!!str`); null where there is none. */
  readonly tag: string | null;
}

export interface Mapping extends NodeBase {
  readonly kind: 'mapping';
  readonly flow: boolean;
  readonly pairs: readonly Pair[];
}

export interface Pair {
  readonly key: Node;
  /** A value left empty is a plain scalar without text. */
  readonly value: Node;
}

export interface Sequence extends NodeBase {
  readonly kind: 'sequence';
  readonly flow: boolean;
  readonly items: readonly Node[];
}

export interface Scalar extends NodeBase {
  readonly kind: 'scalar';
  readonly style: 'plain' | 'quoted' | 'block';
  /** What the scalar says, quotes, escapes and folding undone. */
  readonly text: string;
}

export interface Alias extends NodeBase {
  readonly kind: 'alias';
  readonly name: string;
}

/** A YAML node of ours: only what the language service needs, so that the parser's own tree can go. */
export type Node = Mapping | Sequence | Scalar | Alias;

/** Whether an offset lies in a span, its end included (a cursor after the last character still touches it). */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

export function isEmptyScalar(node: Node): node is Scalar {
  return node.kind === 'scalar' && node.style === 'plain' && node.text === '';
}

/** The pairs whose key is the plain or quoted text `key`, in order of the text. */
export function pairsNamed(node: Node | null, key: string): readonly Pair[] {
  if (node?.kind !== 'mapping') return [];
  return node.pairs.filter(pair => pair.key.kind === 'scalar' && pair.key.text === key);
}

/** The value under `key`: of several the last, as Kubernetes' decoder has it. */
export function childNamed(node: Node | null, key: string): Node | null {
  return pairsNamed(node, key).at(-1)?.value ?? null;
}
