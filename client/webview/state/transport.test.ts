import assert from 'node:assert/strict';
import { samplePicture } from '../testing/samples.ts';
import { initialState, type PanelState, playhead, speedOf } from './state.ts';
import { nudge, pass, scrub, setPlaying, stepBy } from './transport.ts';

const state: PanelState = { ...initialState, picture: samplePicture(), speed: 10 };

describe('the playhead', () => {
  it('stays on the time axis', () => {
    assert.equal(playhead(scrub(state, -5)), 0);
    assert.equal(playhead(scrub(state, 1e9)), 10_000);
    assert.equal(playhead(scrub(state, 12.6)), 13);
  });
  it('steps from change to change, and beyond the last one to the end', () => {
    const walk = [state];
    for (let i = 0; i < 4; i++) walk.push(stepBy(walk[i]!, 1, 'change'));
    assert.deepEqual(walk.map(playhead), [0, 2_000, 4_000, 10_000, 10_000]);
    for (let i = 4; i < 8; i++) walk.push(stepBy(walk[i]!, -1, 'change'));
    assert.deepEqual(walk.slice(5).map(playhead), [4_000, 2_000, 0, 0]);
  });
  it('steps from one action of the controller to the next', () => {
    assert.equal(playhead(stepBy(state, 1, 'sync')), 4_000);
  });
  it('plays at its speed, stops at the end, and starts again from there', () => {
    const playing = setPlaying(state, true);
    assert.equal(playhead(pass(playing, 100)), 1_000);
    const ended = pass(playing, 5_000);
    assert.deepEqual([playhead(ended), ended.playing], [10_000, false]);
    assert.deepEqual([playhead(setPlaying(ended, true)), setPlaying(ended, true).playing], [0, true]);
  });
  it('plays everything within some seconds at the greatest speed', () => {
    const long: PanelState = { ...state, picture: samplePicture({ end: 86_400_000 }), speed: 'max' };
    assert.equal(playhead(pass(setPlaying(long, true), 3_000)), 43_200_000);
  });
  it('plays at a speed that suits the timeline, until one is chosen', () => {
    const speeds = [9_000, 120_000, 760_000, 86_400_000].map(end => speedOf({ ...initialState, picture: samplePicture({ end }) }));
    assert.deepEqual(speeds, [1, 10, 60, 'max']);
    assert.equal(speedOf(state), 10);
  });
  it('does not pass while paused, nor without a picture', () => {
    assert.equal(pass(state, 1_000), state);
    assert.equal(setPlaying(initialState, true).playing, false);
  });
  it('moves by a share, but by a millisecond at least', () => {
    assert.equal(playhead(nudge(state, 0.01)), 100);
    assert.equal(playhead(nudge({ ...state, picture: samplePicture({ end: 10 }) }, 0.01)), 1);
  });
});
