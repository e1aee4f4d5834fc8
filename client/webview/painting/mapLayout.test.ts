import assert from 'node:assert/strict';
import { cellAt, findNode, layOut, neighbour, nodeAt, visiblePlaces } from './mapLayout.ts';
import { groupNodes } from './nodeGroups.ts';

const titles = { none: 'all', unlabelled: 'no zone' };
const nodes = (count: number): { name: string; zone: string; pool: string; targeted: boolean }[] =>
  Array.from({ length: count }, (_, i) => ({ name: `n${i}`, zone: i % 3 === 0 ? '' : `z${i % 3}`, pool: '', targeted: true }));

describe('the node map', () => {
  it('groups by zone, nodes without one first', () => {
    const groups = groupNodes(nodes(7), 'zone', '', titles);
    assert.deepEqual(groups, [
      { title: 'no zone', nodes: [0, 3, 6] },
      { title: 'z1', nodes: [1, 4] },
      { title: 'z2', nodes: [2, 5] },
    ]);
    assert.deepEqual(groupNodes(nodes(7), 'none', 'n4', titles), [{ title: 'all', nodes: [4] }]);
    assert.deepEqual(groupNodes(nodes(7), 'zone', 'nobody', titles), []);
  });

  it('finds at each cell the node that was put there, for any number of nodes', () => {
    for (const count of [1, 30, 300, 1_200, 5_000, 50_000]) {
      const layout = layOut(groupNodes(nodes(count), 'zone', '', titles), 402);
      for (const node of [0, 1, Math.floor(count / 2), count - 1].filter(index => index < count)) {
        const found = findNode(layout, node);
        assert.ok(found !== null);
        const { x, y } = cellAt(layout, found.group, found.place);
        assert.equal(nodeAt(layout, x + layout.cell / 2, y + layout.cell / 2), node, `${count} nodes, node ${node}`);
        assert.ok(x + layout.cell <= 402 && y + layout.cell <= layout.height);
      }
    }
  });

  it('has one column where there is no room for two', () => {
    assert.equal(layOut(groupNodes(nodes(3), 'none', '', titles), 5).columns, 1);
  });

  it('paints the rows on screen and no others', () => {
    const layout = layOut(groupNodes(nodes(5_000), 'none', '', titles), 402);
    const group = layout.groups[0]!;
    const step = layout.cell + layout.gap;
    const { first, end } = visiblePlaces(layout, group, group.cellsTop + 10 * step, group.cellsTop + 20 * step);
    assert.deepEqual([first, end], [10 * layout.columns, 20 * layout.columns]);
    assert.equal(visiblePlaces(layout, group, 0, 1e9).end, 5_000);
  });

  it('goes with the arrow keys along rows and across groups, never out of the map', () => {
    const layout = layOut(groupNodes(nodes(7), 'zone', '', titles), 402);
    assert.equal(neighbour(layout, 6, 1, 0), 1);
    assert.equal(neighbour(layout, 0, -1, 0), 0);
    assert.equal(neighbour(layout, 5, 0, 1), 5);
    assert.equal(neighbour(layout, -1, 1, 0), 0);
    assert.equal(neighbour(layout, 3, Number.POSITIVE_INFINITY, 0), 5);
  });
});
