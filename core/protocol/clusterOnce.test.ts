import assert from 'node:assert/strict';
import { clusterReceiver, clusterSender } from './clusterOnce.ts';

const cluster = (name: string) => ({ name, nodes: [], daemonSets: [], pods: [] });

describe('a cluster on the wire', () => {
  it('is sent once, and again when it is another one', () => {
    const send = clusterSender();
    const [a, b] = [cluster('a'), cluster('a')];
    assert.deepEqual(
      [a, a, b, b, a].map(one => send({ cluster: one, seed: 1 }).cluster),
      [a, 'same', b, 'same', a],
    );
  });

  it('is the same object at the other end', () => {
    const send = clusterSender();
    const receive = clusterReceiver();
    const given = cluster('a');
    const received = [1, 2, 3].map(seed => receive(structuredClone(send({ cluster: given, seed }))));
    const clusters = received.map(one => (typeof one === 'object' && one !== null && 'cluster' in one ? one.cluster : undefined));
    assert.deepEqual(clusters[0], given);
    assert.equal(clusters[1], clusters[0]);
    assert.equal(clusters[2], clusters[0]);
    assert.deepEqual(received[2], { cluster: given, seed: 3 });
  });

  it('leaves everything else as it is', () => {
    const receive = clusterReceiver();
    for (const value of [null, 3, 'same', [], { type: 'ready' }]) assert.equal(receive(value), value);
    assert.deepEqual(receive({ cluster: 'same' }), { cluster: null });
  });
});
