import { simulateWhatIfs, whatIfs } from '../../../core/forecast/whatIf.ts';
import { whatIfText } from '../../../core/presentation/whatIfText.ts';
import type { Pictured } from './makePicture.ts';
import type { WorkerAnswer } from './messages.ts';
import type { Later } from './slices.ts';
import { spreads, spreadText } from './spread.ts';

type Afterthought = Extract<WorkerAnswer, { type: 'whatIf' | 'spread' }>;

/** A cluster with more nodes is not simulated twenty times over: that would take longer than anyone waits. */
const mostNodesForSpread = 2_000;

/**
 * What is worked out once the picture is there, one simulation at a time: other strategies, then many seeds. Each step is posted and
 * makes room for messages; it ends as soon as the run is not wanted any more.
 */
export function afterthoughts(
  run: number,
  pictured: Pictured,
  wanted: () => boolean,
  later: Later,
  post: (answer: Afterthought) => void,
): void {
  const steps = answers(run, pictured);
  const next = (): void => {
    if (!wanted()) return;
    const step = steps.next();
    if (step.done === true) return;
    if (step.value !== null) post(step.value);
    later(next);
  };
  later(next);
}

function* answers(run: number, pictured: Pictured): Generator<Afterthought | null, void> {
  const { timeline, daemonSet, forecast } = pictured;
  const applied = timeline.scenario.events.findLast(event => event.do === 'apply');
  const manifest = applied?.manifest ?? timeline.scenario.baseline;
  if (manifest === null || !strategyMatters(pictured)) {
    yield { type: 'whatIf', run, rows: [], pending: false };
    return;
  }
  let rows = whatIfs(manifest, forecast.targeted, forecast);
  yield { type: 'whatIf', run, rows: rows.map(whatIfText), pending: true };
  for (const table of simulateWhatIfs(timeline.scenario, daemonSet, rows)) {
    rows = table;
    yield { type: 'whatIf', run, rows: rows.map(whatIfText), pending: true };
  }
  yield { type: 'whatIf', run, rows: rows.map(whatIfText), pending: false };
  if (pictured.history.nodes.length > mostNodesForSpread || forecast.outcome.kind !== 'complete') return;
  yield* spreadAnswers(run, pictured);
}

/** A first apply starts all pods at once, and where nothing differs nothing moves: under any strategy. */
function strategyMatters({ edit }: Pictured): boolean {
  return edit.kind !== 'create' && edit.kind !== 'none';
}

/** Only the last one is told: a number that changes twenty times says nothing. */
function* spreadAnswers(run: number, pictured: Pictured): Generator<Afterthought | null, void> {
  let last: Afterthought | null = null;
  for (const spread of spreads(pictured)) {
    last = { type: 'spread', run, spread: spreadText(spread, pictured) };
    yield null;
  }
  yield last;
}
