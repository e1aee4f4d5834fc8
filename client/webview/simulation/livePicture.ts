import { episodeStart, manifestAt } from '../../../core/forecast/episode.ts';
import { endOf } from '../../../core/forecast/forecast.ts';
import { nodeHistory } from '../../../core/forecast/nodeHistory.ts';
import type { DaemonSetName } from '../../../core/forecast/subject.ts';
import type { Instant } from '../../../core/kubernetes/objects/meta.ts';
import { editOf } from '../../../core/presentation/editKind.ts';
import type { Words } from '../../../core/presentation/words/en.ts';
import type { Timeline } from '../../../core/simulation/timeline.ts';
import { type Pictured, picturesWith } from './makePicture.ts';
import type { Picture } from './picture.ts';

/** What a served world shows at `now`: all that has happened since `since`, with the forecast of what goes on since its last edit or disturbance. */
export function livePictures(
  timeline: Timeline,
  since: Instant,
  daemonSet: DaemonSetName,
  now: Instant,
  words: Words,
): { readonly pictured: Pictured; readonly picture: Picture } {
  const history = nodeHistory(timeline, daemonSet);
  const origin = episodeStart(timeline, history, daemonSet, now);
  const manifest = manifestAt(timeline, daemonSet, now);
  const edit = editOf(manifestAt(timeline, daemonSet, origin - 1), manifest ?? {}, words);
  const made = picturesWith({ ...timeline, origin }, history, daemonSet, edit, words);
  const until = timeline.outcome.kind === 'quiet' ? null : endOf(timeline);
  const tooLong = timeline.outcome.kind === 'eventLimit';
  const begin = Math.max(made.picture.begin, since);
  return { ...made, picture: { ...made.picture, begin, world: { manifest, since: Math.max(0, since), until, tooLong } } };
}
