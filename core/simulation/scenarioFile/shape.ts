/** A field of an object in a scenario file. */
export interface Field {
  readonly shape: Shape;
  /** What it means, in a sentence or two: hover, completion and the JSON schema show it. */
  readonly about: string;
  readonly required?: boolean;
  /** What holds when it is left out, as one would write it. */
  readonly fallback?: string;
}

export interface ObjectShape {
  readonly kind: 'object';
  readonly fields: Readonly<Record<string, Field>>;
}

/** One word of a fixed choice. */
export interface Word {
  readonly word: string;
  readonly about: string;
}

/**
 * What may stand at a place of a scenario file. One description for everybody: the check of editor and command, completion, hover, and the generated
 * JSON schema.
 */
export type Shape =
  | ObjectShape
  | { readonly kind: 'list'; readonly item: Shape }
  /** An object with keys of the writer's own, all values alike. */
  | { readonly kind: 'map'; readonly value: Shape; readonly keyIs: string }
  /** An object whose field `by` says which other fields it has. */
  | { readonly kind: 'variants'; readonly by: string; readonly about: string; readonly cases: Readonly<Record<string, Variant>> }
  /** One of several shapes, told apart by the kind of JSON value, or by `kind: Node` and the like. */
  | { readonly kind: 'either'; readonly shapes: readonly Shape[] }
  | { readonly kind: 'text'; readonly is: string; readonly suggestions?: readonly Word[]; readonly mayBeEmpty?: true }
  | { readonly kind: 'word'; readonly words: readonly Word[] }
  /** A span of time with a unit: `90s`, `1h30m`. */
  | { readonly kind: 'span' }
  | { readonly kind: 'whole'; readonly least: number; readonly most: number }
  | { readonly kind: 'share' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'none' }
  /** A number of nodes, or a percentage. */
  | { readonly kind: 'countOrPercent' }
  /** A Kubernetes object, which its own readers check. */
  | { readonly kind: 'object of Kubernetes'; readonly of: 'DaemonSet' | 'Node' | 'Pod' | 'patch' };

/** What one variant adds. */
export interface Variant {
  readonly about: string;
  readonly fields: Readonly<Record<string, Field>>;
}

/** What belongs at a place, as the end of the sentence "must be …". */
export function nameOfShape(shape: Shape): string {
  switch (shape.kind) {
    case 'object':
    case 'variants':
    case 'map':
      return 'an object';
    case 'list':
      return 'a list';
    case 'either':
      return shape.shapes.map(nameOfShape).join(', or ');
    case 'text':
      return shape.is;
    case 'word':
      return `one of ${shape.words.map(word => word.word).join(', ')}`;
    case 'span':
      return 'a time with its unit, such as 90s, 30m or 1h30m';
    case 'whole':
      return `a whole number from ${shape.least} to ${shape.most}`;
    case 'share':
      return 'a number from 0 to 1';
    case 'flag':
      return 'true or false';
    case 'none':
      return 'null';
    case 'countOrPercent':
      return 'a number of nodes, or a percentage such as 10%';
    case 'object of Kubernetes':
      return shape.of === 'patch' ? 'a patch (an object)' : `a ${shape.of} (an object)`;
  }
}

/** The fields of the object that `value` is, by its variant; null: the shape is no object, or says nothing of its fields. */
export function fieldsOf(shape: Shape, value: (key: string) => unknown): Readonly<Record<string, Field>> | null {
  if (shape.kind === 'object') return shape.fields;
  if (shape.kind !== 'variants') return null;
  const chosen = value(shape.by);
  const variant = typeof chosen === 'string' && Object.hasOwn(shape.cases, chosen) ? shape.cases[chosen] : undefined;
  return { [shape.by]: choiceOf(shape), ...variant?.fields };
}

function choiceOf(shape: Extract<Shape, { readonly kind: 'variants' }>): Field {
  const words = Object.entries(shape.cases).map(([word, { about }]) => ({ word, about }));
  return { shape: { kind: 'word', words }, about: shape.about, required: true };
}
