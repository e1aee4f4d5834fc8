import v8 from 'node:v8';

/**
 * Keeps the server's memory near what it holds on to (some 15 MB): parsing makes much that is garbage a moment later, and V8 by itself lets it pile
 * up to several times that before it looks. Said at run time, so that it holds however the server was started.
 *
 * - The young generation stays at the size it has after loading (some MB): long enough for the trees of one document to die in it.
 * - The old one may grow by half of what a full collection has left, instead of to four times that.
 * - One thread collects the young generation: so little is done before others have woken, and on a busy machine it would wait for them.
 *
 * V8 reads these whenever it decides on a collection (unlike those that lay out the heap at its start). One that no longer knows them only says so.
 */
export function keepHeapSmall(): void {
  v8.setFlagsFromString('--semi-space-growth-factor=1');
  v8.setFlagsFromString('--heap-growing-percent=50');
  v8.setFlagsFromString('--no-parallel-scavenge');
}
