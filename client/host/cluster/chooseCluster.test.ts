import assert from 'node:assert/strict';
import { chooseCluster } from './chooseCluster.ts';

const builtIn = ['tutorial', 'kind'];

describe('the choice of a cluster', () => {
  it('is the file beside the manifest, else the first built-in one, when the setting is empty', () => {
    assert.deepEqual(chooseCluster('', builtIn, true), { kind: 'beside' });
    assert.deepEqual(chooseCluster('', builtIn, false), { kind: 'builtIn', name: 'tutorial' });
  });

  it('is a built-in one by its name, even beside a cluster file', () => {
    assert.deepEqual(chooseCluster('kind', builtIn, true), { kind: 'builtIn', name: 'kind' });
  });

  it('is a file by any other word', () => {
    assert.deepEqual(chooseCluster('clusters/prod.yaml', builtIn, false), { kind: 'file', path: 'clusters/prod.yaml' });
    assert.deepEqual(chooseCluster('Tutorial', builtIn, false), { kind: 'file', path: 'Tutorial' });
    assert.deepEqual(chooseCluster('__proto__', builtIn, false), { kind: 'file', path: '__proto__' });
  });
});
