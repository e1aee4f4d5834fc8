import './styles/panel.css';
import './painting/nodeMap.ts';
import './painting/rolloutChart.ts';
import { render } from 'lit';
import { defined } from '../../core/base/assert.ts';
import { clusterReceiver } from '../../core/protocol/clusterOnce.ts';
import type { PictureFormat } from '../../core/protocol/panel.ts';
import { checkHostMessage } from './checkHostMessage.ts';
import { exportPicture } from './exportPicture.ts';
import { createFrames } from './frames.ts';
import { createLiveClock } from './liveClock.ts';
import { shortcut } from './shortcuts.ts';
import { startWorker } from './startWorker.ts';
import { keep, keepsTheSame, restore } from './state/kept.ts';
import type { Dispatch, Effect, Message } from './state/message.ts';
import { endOf, isMoving, type PanelState } from './state/state.ts';
import { update } from './state/update.ts';
import { panelView } from './views/panel.ts';
import { posterOf } from './views/poster.ts';
import './vsCodeApi.ts';

/** What comes in a stream shows with the next frame; what a person does shows at once. */
const streams: ReadonlySet<Message['type']> = new Set(['host', 'worker', 'scrub', 'nudge', 'tick', 'filter']);

/** The panel's page: joins host, worker, state and view. */
function main(root: HTMLElement): void {
  const host = acquireVsCodeApi();
  let state = restore(host.getState());
  const frames = createFrames(elapsed => {
    if (state.playing) dispatch({ type: 'tick', elapsed });
    draw();
  });
  const liveClock = createLiveClock(elapsed => dispatch({ type: 'tick', elapsed }));
  const worker = startWorker(
    root.dataset.worker ?? '',
    answer => dispatch({ type: 'worker', answer }),
    message => dispatch({ type: 'worker', answer: { type: 'failure', run: state.run, message } }),
  );

  worker.send({ type: 'speak', language: document.documentElement.lang });

  function dispatch(message: Message): void {
    const before = state;
    const step = update(state, message);
    state = step.state;
    for (const effect of step.effects) carryOut(effect);
    liveClock.run(state.live !== null && isMoving(state));
    if (!keepsTheSame(before, state)) host.setState(keep(state) ?? undefined);
    // A picture is what one waits for: not even for the next frame.
    const atOnce = !streams.has(message.type) || (message.type === 'worker' && message.answer.type === 'picture');
    if (!atOnce || state.playing) frames.next();
    if (atOnce) draw();
  }

  function carryOut(effect: Effect): void {
    if (effect.to === 'host') host.postMessage(effect.message);
    else if (effect.to === 'painter') paintFile(effect.format);
    else worker.send(effect.request);
  }

  function paintFile(format: PictureFormat): void {
    const poster = posterOf(state);
    if (poster === null) return;
    exportPicture(poster, format).then(
      bytes => host.postMessage({ type: 'savePicture', format, bytes }),
      (error: unknown) => report(String(error)),
    );
  }

  const draw = (): void => void render(panelView(state, dispatch), root);
  const report = (message: string): void => host.postMessage({ type: 'failure', message });
  window.addEventListener('error', event => report(event.message));
  window.addEventListener('unhandledrejection', event => report(String(event.reason)));
  listen(dispatch, () => state);
  draw();
  host.postMessage({ type: 'ready' });
}

/** Messages of the host and keys of the person. */
function listen(dispatch: Dispatch, state: () => PanelState): void {
  const complete = clusterReceiver();
  window.addEventListener('message', event => {
    const message = checkHostMessage(event.data, complete);
    if (message !== null) dispatch({ type: 'host', message });
  });
  window.addEventListener('keydown', event => {
    const message = shortcut(event, isMoving(state()), endOf(state()));
    if (message === null) return;
    event.preventDefault();
    dispatch(message);
  });
}

main(defined(document.getElementById('panel'), 'the page has a place for the panel'));
