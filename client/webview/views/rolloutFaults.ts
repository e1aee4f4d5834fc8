import type { TemplateResult } from 'lit';
import { at } from '../../../core/base/json.ts';
import type { Subject } from '../../../core/protocol/panel.ts';
import { type ImageBehaviour, ordinaryImage } from '../../../core/simulation/kubeletModel.ts';
import type { Dispatch } from '../state/message.ts';
import { words } from '../words/words.ts';
import { actionMenuView, type OfferedAction } from './actionMenu.ts';

/** What can be wrong with the new image, at the playhead: the faults of a rollout that are no node's. */
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
  return actionMenuView(
    'flame',
    words.rolloutFaults,
    'rollout-faults',
    [
      offer('image-missing', 'cloud', images.missing, { missing: true }),
      offer('image-crashes', 'flame', images.crashes, { crashAfter: 1_000 }),
      offer('image-never-ready', 'watch', images.neverReady, { neverReady: true }),
      offer('image-slow', 'arrow-down', images.slow, { pull: 60_000 }),
      offer('image-mended', 'check', images.mended, {}),
    ],
    dispatch,
  );
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
