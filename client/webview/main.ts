import './styles/panel.css';
import './painting/nodeMap.ts';
import './painting/rolloutChart.ts';
import { render } from 'lit';
import { defined } from '../../core/base/assert.ts';
import { checkHostMessage } from './checkHostMessage.ts';
import { shortcut } from './shortcuts.ts';
import { startWorker } from './startWorker.ts';
import { keep, keepsTheSame, restore } from './state/kept.ts';
import type { Effect, Message } from './state/message.ts';
import { update } from './state/update.ts';
import { panelView } from './views/panel.ts';
import './vsCodeApi.ts';

/** The panel's page: joins host, worker, state and view. */
function main(root: HTMLElement): void {
  const host = acquireVsCodeApi();
  let state = restore(host.getState());
  let frame = 0;
  let lastFrame = 0;

  const worker = startWorker(
    root.dataset.worker ?? '',
    answer => dispatch({ type: 'worker', answer }),
    message => dispatch({ type: 'worker', answer: { type: 'failure', run: state.run, message } }),
  );

  function dispatch(message: Message): void {
    const before = state;
    const step = update(state, message);
    state = step.state;
    for (const effect of step.effects) carryOut(effect);
    if (!keepsTheSame(before, state)) host.setState(keep(state) ?? undefined);
    schedule();
  }

  function carryOut(effect: Effect): void {
    if (effect.to === 'host') host.postMessage(effect.message);
    else worker.send(effect.request);
  }

  function schedule(): void {
    if (frame === 0) frame = requestAnimationFrame(paint);
  }

  /** Once a frame at most. While playing, each frame lets time pass and asks for the next. */
  function paint(now: number): void {
    frame = 0;
    const elapsed = Math.min(now - lastFrame, 250);
    lastFrame = now;
    if (state.playing && elapsed > 0) dispatch({ type: 'tick', elapsed });
    render(panelView(state, dispatch), root);
  }

  window.addEventListener('message', event => {
    const message = checkHostMessage(event.data);
    if (message !== null) dispatch({ type: 'host', message });
  });
  window.addEventListener('keydown', event => {
    const message = shortcut(event, state.playing, state.picture?.end ?? 0);
    if (message === null) return;
    event.preventDefault();
    dispatch(message);
  });
  schedule();
  host.postMessage({ type: 'ready' });
}

main(defined(document.getElementById('panel'), 'the page has a place for the panel'));
