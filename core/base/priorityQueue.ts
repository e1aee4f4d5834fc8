/** A binary heap of plain data: the smallest entry by `before` comes first. O(log n) push and pop. */
export interface PriorityQueue<T> {
  readonly items: T[];
  readonly before: (a: T, b: T) => boolean;
}

export function createQueue<T>(before: (a: T, b: T) => boolean): PriorityQueue<T> {
  return { items: [], before };
}

export function peek<T>(queue: PriorityQueue<T>): T | undefined {
  return queue.items[0];
}

export function push<T>(queue: PriorityQueue<T>, item: T): void {
  const { items, before } = queue;
  let i = items.length;
  items.push(item);
  while (i > 0) {
    const parent = (i - 1) >> 1;
    const above = items[parent] as T;
    if (!before(item, above)) break;
    items[i] = above;
    i = parent;
  }
  items[i] = item;
}

export function pop<T>(queue: PriorityQueue<T>): T | undefined {
  const { items, before } = queue;
  const first = items[0];
  const last = items.pop();
  if (last === undefined || items.length === 0) return first;
  let i = 0;
  for (;;) {
    let child = 2 * i + 1;
    if (child >= items.length) break;
    if (child + 1 < items.length && before(items[child + 1] as T, items[child] as T)) child++;
    const below = items[child] as T;
    if (!before(below, last)) break;
    items[i] = below;
    i = child;
  }
  items[i] = last;
  return first;
}
