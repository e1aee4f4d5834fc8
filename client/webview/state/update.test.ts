import assert from 'node:assert/strict';
import { manifestKubelet } from '../../../core/simulation/kubeletModel.ts';
import type { ScenarioEvent } from '../../../core/simulation/scenario.ts';
import { samplePicture, sampleSubject } from '../testing/samples.ts';
import type { Effect, Message } from './message.ts';
import { followedInstead, initialState, type PanelState, playhead } from './state.ts';
import { update } from './update.ts';

/** Goes through messages from the beginning; the effects are those of the last one. */
function replay(...messages: readonly Message[]): { state: PanelState; effects: readonly Effect[] } {
  let step: { state: PanelState; effects: readonly Effect[] } = { state: initialState, effects: [] };
  for (const message of messages) step = update(step.state, message);
  return step;
}

const subject: Message = { type: 'host', message: { type: 'subject', subject: sampleSubject() } };
const picture: Message = { type: 'worker', answer: { type: 'picture', run: 1, picture: samplePicture() } };
const pictureOf = (run: number, end: number): Message => ({
  type: 'worker',
  answer: { type: 'picture', run, picture: samplePicture({ end }) },
});

function requests(effects: readonly Effect[]): readonly unknown[] {
  return effects.flatMap(effect => (effect.to === 'worker' ? [effect.request] : []));
}

function runOf(effects: readonly Effect[]): { readonly run: number; readonly events: readonly unknown[] } {
  for (const effect of effects)
    if (effect.to === 'worker' && effect.request.type === 'run') return { run: effect.request.run, events: effect.request.scenario.events };
  throw new Error('no run was asked for');
}

describe('the panel’s state', () => {
  it('simulates what the host says: the manifest is applied at 0', () => {
    const { run, events } = runOf(replay(subject).effects);
    assert.equal(run, 1);
    assert.deepEqual(events, [{ at: 0, do: 'apply', manifest: { kind: 'DaemonSet' } }]);
  });

  it('drops the answers of superseded runs', () => {
    const { state } = replay(subject, subject, picture);
    assert.equal(state.picture, null);
    assert.equal(replay(subject, subject, pictureOf(2, 5)).state.picture?.end, 5);
  });

  it('does nothing to a manifest that the picture is not of', () => {
    const other = { of: { uri: 'file:///other.yaml', index: 0, label: 'other' }, kind: 'invalid', message: 'a tab', line: 3 } as const;
    const { state } = replay(subject, picture, { type: 'host', message: { type: 'problem', problem: other } });
    assert.deepEqual(followedInstead(state), other.of);
    assert.notEqual(state.picture, null);
    const setField: Message = { type: 'mend', mend: { kind: 'value', path: 'spec.updateStrategy', value: '{}', json: {} } };
    for (const message of [setField, { type: 'reveal', path: 'spec.updateStrategy' } as const])
      assert.deepEqual(
        update(state, message).effects.filter(effect => effect.to === 'host'),
        [],
      );
    assert.equal(followedInstead(update(state, subject).state), null);
  });

  it('keeps playhead, selection and faults while the same manifest is edited', () => {
    const edited = sampleSubject({ version: 4 });
    const { state, effects } = replay(
      subject,
      picture,
      { type: 'scrub', to: 4_000 },
      { type: 'select', node: 'worker-2' },
      { type: 'act', action: { do: 'cordon', node: 'worker-1' } },
      { type: 'host', message: { type: 'subject', subject: edited } },
    );
    assert.equal(playhead(state), 4_000);
    assert.equal(state.selected, 'worker-2');
    assert.deepEqual(runOf(effects).events.slice(1), [{ at: 4_000, do: 'cordon', node: 'worker-1' }]);
  });

  it('compares another strategy on the longer of both time axes, again after every edit, until it is chosen once more', () => {
    const strategy = 'maxUnavailable 10%';
    const asked = { type: 'compare', strategy } as const;
    const compared: Message = { type: 'worker', answer: { type: 'compared', run: 1, strategy, picture: samplePicture({ end: 25_000 }) } };
    assert.deepEqual(requests(replay(subject, picture, asked).effects)[0], { type: 'compare', run: 1, strategy });
    assert.equal(playhead(replay(subject, picture, asked, compared, { type: 'scrub', to: 90_000 }).state), 25_000);
    const again = replay(subject, picture, asked, compared, subject, pictureOf(2, 5_000));
    assert.equal(again.state.compared?.picture?.end, 25_000);
    assert.deepEqual(requests(again.effects)[0], { type: 'compare', run: 2, strategy });
    assert.equal(replay(subject, picture, asked, compared, asked).state.compared, null);
    const none: Message = { type: 'worker', answer: { type: 'compared', run: 1, strategy, picture: null } };
    assert.deepEqual(replay(subject, picture, asked, none).state.compared, { strategy, picture: null, none: true });
    const later = replay(subject, picture, asked, none, subject, pictureOf(2, 5_000));
    assert.deepEqual(requests(later.effects)[0], { type: 'compare', run: 2, strategy }, 'it may come to something');
    const late: Message = { type: 'worker', answer: { type: 'compared', run: 1, strategy: 'OnDelete', picture: samplePicture() } };
    assert.equal(replay(subject, picture, asked, late).state.compared?.picture, null);
  });

  it('starts afresh for another manifest', () => {
    const other = sampleSubject({ uri: 'file:///other.yaml' });
    const { state } = replay(
      subject,
      picture,
      { type: 'act', action: { do: 'cordon', node: 'worker-1' } },
      { type: 'host', message: { type: 'subject', subject: other } },
    );
    assert.deepEqual(state.faults, []);
    assert.equal(state.picture, null);
  });

  it('shows the end of a shorter picture, and comes back to the instant when the picture is longer again', () => {
    const edit: Message = { type: 'host', message: { type: 'subject', subject: sampleSubject({ version: 4 }) } };
    const short = replay(subject, picture, { type: 'scrub', to: 9_000 }, edit, pictureOf(2, 3_000));
    assert.equal(playhead(short.state), 3_000);
    const long = update(update(short.state, edit).state, pictureOf(3, 20_000));
    assert.equal(playhead(long.state), 9_000);
  });

  it('keeps the last picture when the manifest breaks, and drops the problem with the next good one', () => {
    const problem = { of: { uri: 'file:///agent.yaml', index: 0, label: 'agent' }, kind: 'invalid', message: 'a tab', line: 3 } as const;
    const broken = replay(subject, picture, { type: 'host', message: { type: 'problem', problem } });
    assert.deepEqual(broken.state.problem, problem);
    assert.notEqual(broken.state.picture, null);
    assert.equal(update(broken.state, subject).state.problem, null);
  });

  it('orders faults by time, those of one instant as they were made', () => {
    const { effects } = replay(
      subject,
      picture,
      { type: 'scrub', to: 5_000 },
      { type: 'act', action: { do: 'cordon', node: 'late' } },
      { type: 'scrub', to: 1_000 },
      { type: 'act', action: { do: 'cordon', node: 'first' } },
      { type: 'act', action: { do: 'uncordon', node: 'first' } },
    );
    assert.deepEqual(runOf(effects).events.slice(1), [
      { at: 1_000, do: 'cordon', node: 'first' },
      { at: 1_000, do: 'uncordon', node: 'first' },
      { at: 5_000, do: 'cordon', node: 'late' },
    ]);
  });

  it('takes a fault back, and tells the host what is left', () => {
    const { state, effects } = replay(
      subject,
      picture,
      { type: 'act', action: { do: 'cordon', node: 'a' } },
      { type: 'act', action: { do: 'cordon', node: 'b' } },
      { type: 'undo', index: 0 },
    );
    assert.deepEqual(state.faults, [{ at: 0, do: 'cordon', node: 'b' }]);
    assert.deepEqual(
      effects.filter(effect => effect.to === 'host'),
      [{ to: 'host', message: { type: 'state', events: [{ at: 0, do: 'cordon', node: 'b' }] } }],
    );
  });

  it('asks for the texts of one instant at a time, then for the newest', () => {
    const first = replay(subject, picture);
    assert.deepEqual(requests(first.effects), [{ type: 'look', run: 1, at: 0, node: 'worker-1', table: 'daemonSets' }]);
    const scrubbed = update(update(first.state, { type: 'scrub', to: 1 }).state, { type: 'scrub', to: 2 });
    assert.deepEqual(requests(scrubbed.effects), []);
    const look = { at: 0, nodes: {}, details: null, table: null };
    const answered = update(scrubbed.state, { type: 'worker', answer: { type: 'look', run: 1, look } });
    assert.deepEqual(requests(answered.effects), [{ type: 'look', run: 1, at: 2, node: 'worker-1', table: 'daemonSets' }]);
  });

  it('has the host set a field, and shows the nearest one that is written in the manifest', () => {
    const json = { type: 'OnDelete' };
    const mend = { kind: 'value', path: 'spec.updateStrategy', value: '{ type: OnDelete }', json } as const;
    const [set] = replay(subject, picture, { type: 'mend', mend }).effects;
    assert.deepEqual(set, { to: 'host', message: { type: 'setField', path: 'spec.updateStrategy', json, version: 3 } });
    const [shown] = replay(subject, picture, { type: 'reveal', path: 'spec.updateStrategy.rollingUpdate.maxSurge' }).effects;
    assert.equal(shown?.to === 'host' && shown.message.type, 'reveal');
  });

  it('puts the report on the clipboard, and says so until something else is done', () => {
    const asked = replay(subject, picture, { type: 'copyReport' });
    assert.deepEqual(requests(asked.effects), [{ type: 'report', run: 1, tiles: [], whatIfs: [], use: 'clipboard' }]);
    const told = update(asked.state, { type: 'worker', answer: { type: 'report', run: 1, text: '### it', use: 'clipboard' } });
    assert.deepEqual(told.effects, [{ to: 'host', message: { type: 'copy', text: '### it' } }]);
    assert.equal(told.state.copied, 'report');
    assert.equal(update(told.state, { type: 'scrub', to: 3 }).state.copied, null);
  });

  it('exports what is shown: at once, else with the first picture of the newest text, and once', () => {
    const wish: Message = { type: 'host', message: { type: 'export', as: 'svg' } };
    assert.deepEqual(replay(subject, wish).effects, []);
    const done = replay(subject, wish, picture);
    assert.deepEqual(
      done.effects.filter(({ to }) => to === 'painter'),
      [{ to: 'painter', format: 'svg' }],
    );
    assert.equal(done.state.exporting, null);
    const report = replay(subject, picture, { type: 'export', as: 'report' });
    assert.deepEqual(requests(report.effects), [{ type: 'report', run: 1, tiles: [], whatIfs: [], use: 'file' }]);
    const told = update(report.state, { type: 'worker', answer: { type: 'report', run: 1, text: '### it', use: 'file' } });
    assert.deepEqual(told.effects, [{ to: 'host', message: { type: 'saveReport', text: '### it' } }]);
  });

  it('opens a scenario file; when it changes, what was done besides stays and what it no longer says goes', () => {
    const source = (version: number): Message => ({
      type: 'host',
      message: { type: 'scenario', source: { uri: 'file:///a.scenario.yaml', label: 'a', version, json: {}, lines: {}, files: {} } },
    });
    const opened = (version: number, ...events: readonly ScenarioEvent[]): Message => {
      const found = sampleSubject({ uri: 'file:///a.scenario.yaml', index: -1, version });
      const limits = { until: 1_000, maxEvents: 10 };
      const file = { ok: true, subject: found, opened: { applies: false, kubelet: manifestKubelet, limits, events } } as const;
      return { type: 'worker', answer: { type: 'opened', version, file } };
    };
    const [cordon, down] = [
      { at: 3, do: 'cordon', node: 'worker-1' },
      { at: 5, do: 'nodeDown', node: 'worker-2' },
    ] as const;
    const asked = replay(source(1));
    assert.deepEqual(
      requests(asked.effects).map(request => (request as { type: string }).type),
      ['open'],
    );
    const first = replay(source(1), opened(1, cordon));
    assert.deepEqual(runOf(first.effects).events, [cordon], 'nothing is applied where the file applies nothing');
    const acted: Message = { type: 'act', action: { do: 'uncordon', node: 'worker-1' } };
    const next = replay(source(1), opened(1, cordon), acted, source(2), opened(2, down));
    assert.deepEqual(runOf(next.effects).events, [{ at: 0, do: 'uncordon', node: 'worker-1' }, down]);
    assert.equal(replay(source(1), source(2), opened(1, cordon)).state.subject, null, 'an older text is not taken');
    const wrong = { ok: false, source: { uri: 'file:///a.scenario.yaml', label: 'a' }, message: 'edit: unknown', line: 4 } as const;
    const broken: Message = { type: 'worker', answer: { type: 'opened', version: 1, file: wrong } };
    const { problem } = replay(source(1), broken).state;
    assert.deepEqual([problem?.message, problem?.line, problem?.of.label], ['edit: unknown', 4, 'a']);
    assert.equal(replay(source(1), opened(1, cordon), subject).state.opened, null, 'a manifest is no scenario file');
  });

  it('sets a field of a scenario file’s manifest in the scenario, not in any text', () => {
    const found = sampleSubject({ index: -1, manifest: { kind: 'DaemonSet', spec: { updateStrategy: { type: 'OnDelete' }, x: 1 } } });
    const given: Message = { type: 'host', message: { type: 'subject', subject: found } };
    const mend = { kind: 'value', path: 'spec.updateStrategy', value: '', json: { type: 'RollingUpdate' } } as const;
    const { effects } = replay(given, { type: 'mend', mend });
    const [apply] = runOf(effects).events as readonly { manifest: unknown }[];
    assert.deepEqual(apply?.manifest, { kind: 'DaemonSet', spec: { updateStrategy: { type: 'RollingUpdate' }, x: 1 } });
    assert.deepEqual(
      effects.filter(({ to }) => to === 'host'),
      [],
    );
  });

  it('tells the host of a mistake of ours, and goes on with the next run', () => {
    const failed = replay(subject, { type: 'worker', answer: { type: 'failure', run: 1, message: 'assertion' } });
    assert.deepEqual(failed.state.refusal, { message: 'assertion', ours: true });
    assert.equal(
      failed.effects.some(effect => effect.to === 'host' && effect.message.type === 'failure'),
      true,
    );
    const again = update(update(failed.state, subject).state, pictureOf(2, 7));
    assert.equal(again.state.refusal, null);
  });
});
