import { html, type TemplateResult } from 'lit';
import { at } from '../../../core/base/json.ts';
import { type Subject, scenarioIndex } from '../../../core/protocol/panel.ts';
import { type ImageBehaviour, ordinaryImage } from '../../../core/simulation/kubeletModel.ts';
import type { Dispatch } from '../state/message.ts';
import { words } from '../words/words.ts';
import { actionView, menuView, type OfferedAction } from './actionMenu.ts';
import { icon } from './icon.ts';

/** What can happen to a rollout at the playhead: it is rolled back, the manifest is edited again, or something is wrong with the new image. */
export function rolloutFaultsView(subject: Subject, dispatch: Dispatch): TemplateResult {
  const image = imageOf(subject);
  const offer = (id: string, symbol: string, label: string, behaviour: Partial<ImageBehaviour>): OfferedAction => ({
    id,
    symbol,
    label,
    action: { do: 'image', image, behaviour: { ...ordinaryImage, ...behaviour } },
    disabled: image === '',
  });
  const { images } = words;
  const { manifest } = subject.baseline;
  const back: OfferedAction = {
    id: 'roll-back',
    symbol: 'discard',
    label: words.rollBack,
    action: { do: 'apply', manifest: manifest ?? {} },
    disabled: manifest === null,
  };
  return menuView('flame', words.rolloutFaults, 'rollout-faults', [
    actionView(back, dispatch),
    ...(subject.index === scenarioIndex ? [] : [editAgainView(dispatch)]),
    ...[
      offer('image-missing', 'cloud', images.missing, { missing: true }),
      offer('image-crashes', 'flame', images.crashes, { crashAfter: 1_000 }),
      offer('image-never-ready', 'watch', images.neverReady, { neverReady: true }),
      offer('image-slow', 'arrow-down', images.slow, { pull: 60_000 }),
      offer('image-mended', 'check', images.mended, {}),
    ].map(action => actionView(action, dispatch)),
  ]);
}

function editAgainView(dispatch: Dispatch): TemplateResult {
  return html`<button class="action" data-testid="action-edit-again" title=${words.editAgainHint} @click=${(): void => dispatch({ type: 'editAgain' })}>
    ${icon('edit')} ${words.editAgain}
  </button>`;
}

/** The image that the edit brings, else that of the first container; empty: there is none. */
function imageOf({ manifest, baseline }: Subject): string {
  const images = imagesOf(manifest);
  const before = baseline.manifest === null ? [] : imagesOf(baseline.manifest);
  return images.find(image => !before.includes(image)) ?? images[0] ?? '';
}

function imagesOf(manifest: Subject['manifest']): readonly string[] {
  const containers = at(manifest, 'spec', 'template', 'spec', 'containers');
  if (!Array.isArray(containers)) return [];
  return containers.flatMap(container => {
    const image = at(container, 'image');
    return typeof image === 'string' ? [image] : [];
  });
}
