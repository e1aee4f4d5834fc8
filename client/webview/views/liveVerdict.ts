import { html, type TemplateResult } from 'lit';
import type { Picture } from '../simulation/picture.ts';
import type { LiveWorld } from '../state/liveWorld.ts';
import type { Dispatch } from '../state/message.ts';
import { words } from '../words/words.ts';
import { icon } from './icon.ts';
import { sentenceView } from './sentence.ts';

/** The one sentence about a served world: why no more of it comes, that the DaemonSet is not there, or what goes on. */
export function liveVerdictView(live: LiveWorld, picture: Picture, dispatch: Dispatch): TemplateResult {
  const { live: say } = words;
  if (live.ended === 'gone') return lineView('debug-disconnect', say.ended, say.endedRest);
  if (live.ended === 'tooLong' || picture.world?.tooLong === true) return lineView('info', say.tooLong, say.tooLongRest);
  if (picture.world?.manifest === null) {
    const { name } = live.daemonSet;
    return lineView('info', name === '' ? say.nothingThere : say.notThere(name), say.makeIt);
  }
  return sentenceView(picture.sentence, dispatch);
}

function lineView(symbol: string, lead: string, rest: string): TemplateResult {
  return html`<section class="say plain" data-testid="sentence" data-tone="plain" aria-live="polite" aria-atomic="true">
    ${icon(symbol)}
    <div><p><strong>${lead}</strong> ${rest}</p></div>
  </section>`;
}
