import assert from 'node:assert/strict';
import { baselineOf, type ReadBaseline } from './baselineOf.ts';
import { type BaselinePlaces, chooseBaseline, type Lookup } from './chooseBaseline.ts';

const say = (message: string, ...args: readonly (string | number)[]): string =>
  message.replace(/\{(\d)\}/g, (_, index) => String(args[Number(index)]));

const text = (of: string): Lookup => ({ found: true, text: of });
const unavailable = (note: string): Lookup => ({ found: false, isNew: false, note });
const isNew = (note: string): Lookup => ({ found: false, isNew: true, note });

/** Places that fail the test when they are asked without need. */
const places = (git: Lookup | null, saved: Lookup | null): BaselinePlaces => ({
  git: async () => git ?? assert.fail('Git was asked'),
  file: async path => (path === 'base.yaml' ? text('base') : unavailable(`${path} cannot be read`)),
  saved: async () => saved ?? assert.fail('the saved file was asked for'),
});

describe('the baseline', () => {
  it('is Git HEAD when it is there, and the saved file is not read', async () => {
    assert.deepEqual(await chooseBaseline('git', places(text('a'), null)), { kind: 'git', from: 'HEAD', text: 'a', note: '' });
  });

  it('falls back to the saved file where there is no Git, and says why', async () => {
    const chosen = await chooseBaseline('git', places(unavailable('no Git repository'), text('b')));
    assert.deepEqual(chosen, { kind: 'saved', from: '', text: 'b', note: 'no Git repository' });
  });

  it('is nothing yet for a file that is new in its repository', async () => {
    const chosen = await chooseBaseline('git', places(isNew('not in Git HEAD'), null));
    assert.deepEqual(chosen, { kind: 'none', from: '', text: null, note: 'not in Git HEAD' });
  });

  it('is nothing yet for an untitled document outside of Git, with the first reason', async () => {
    const chosen = await chooseBaseline('git', places(unavailable('no Git repository'), isNew('not saved yet')));
    assert.deepEqual(chosen, { kind: 'none', from: '', text: null, note: 'no Git repository' });
  });

  it('is any revision of Git, or another file; what is not there falls back, and says so', async () => {
    const at: BaselinePlaces = {
      ...places(null, text('c')),
      git: async revision => (revision === 'v1' ? text('one') : isNew(`not in ${revision}`)),
    };
    assert.deepEqual(await chooseBaseline('git:v1', at), { kind: 'git', from: 'v1', text: 'one', note: '' });
    assert.deepEqual(await chooseBaseline('git:v2', at), { kind: 'none', from: '', text: null, note: 'not in v2' });
    assert.deepEqual(await chooseBaseline('file:base.yaml', at), { kind: 'file', from: 'base.yaml', text: 'base', note: '' });
    assert.deepEqual(await chooseBaseline('file:gone.yaml', at), { kind: 'saved', from: '', text: 'c', note: 'gone.yaml cannot be read' });
  });

  it('asks nobody when nothing is wished for, and not Git when the saved file is', async () => {
    assert.deepEqual(await chooseBaseline('none', places(null, null)), { kind: 'none', from: '', text: null, note: '' });
    assert.deepEqual(await chooseBaseline('saved', places(null, text('c'))), { kind: 'saved', from: '', text: 'c', note: '' });
    assert.deepEqual(await chooseBaseline('saved', places(null, isNew('not saved yet'))), {
      kind: 'none',
      from: '',
      text: null,
      note: 'not saved yet',
    });
  });
});

describe('the baseline of one DaemonSet', () => {
  const daemonSet = { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'agent' } };
  const read = (objects: ReadBaseline['parsed']['objects'], problem: ReadBaseline['parsed']['problem'] = null): ReadBaseline => ({
    chosen: { kind: 'git', from: 'HEAD', text: '…', note: '' },
    parsed: { objects, problem },
  });

  it('is the one of the same name; no namespace means default', () => {
    const found = baselineOf(
      read([{ kind: 'Service', metadata: { name: 'agent' } }, daemonSet]),
      { namespace: 'default', name: 'agent' },
      say,
    );
    assert.deepEqual(found, { kind: 'git', label: 'Git HEAD', note: '', manifest: daemonSet });
  });

  it('is nothing yet when the file had no such DaemonSet', () => {
    const found = baselineOf(read([daemonSet]), { namespace: 'kube-system', name: 'agent' }, say);
    assert.deepEqual(found, {
      kind: 'none',
      label: 'nothing yet',
      note: 'Git HEAD has no DaemonSet agent in namespace kube-system',
      manifest: null,
    });
  });

  it('says where the earlier text does not parse', () => {
    const found = baselineOf(
      read([], { message: 'bad', position: { line: 6, character: 2 } }),
      { namespace: 'default', name: 'agent' },
      say,
    );
    assert.equal(found.note, 'Git HEAD does not parse: line 7');
    assert.equal(found.manifest, null);
  });

  it('survives objects of any shape', () => {
    const hostile = [null, 3, 'x', [], { kind: 'DaemonSet' }, { kind: 'DaemonSet', metadata: { name: 7, namespace: [] } }];
    assert.equal(baselineOf(read(hostile), { namespace: 'default', name: 'agent' }, say).manifest, null);
  });
});
