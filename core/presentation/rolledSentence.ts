import { limitsFor } from '../controller/budget.ts';
import type { Series } from '../forecast/lanes.ts';
import type { Instant, Millis } from '../kubernetes/objects/meta.ts';
import { budgetText } from './budgetText.ts';
import { durationText, misscheduled, outsideRest, untargetedRest } from './commonParts.ts';
import { spokenDuration } from './duration.ts';
import { type Remedy, setField } from './mend.ts';
import { clientLimited } from './pace.ts';
import { fieldPaths } from './placementText.ts';
import type { Sentence, SentenceFacts } from './sentenceFacts.ts';
import { say, sayText, sentences, type TextPart } from './words/say.ts';

/** The sentence of a template edit that reaches every node. */
export function rolledSentence(facts: SentenceFacts): Sentence {
  const limit = allowed(facts);
  const { worst, targeted } = facts.forecast;
  const risky = worst.without > limit || (worst.without >= targeted && targeted > 1);
  return {
    tone: risky ? 'warning' : 'ok',
    lead: leadText(facts, limit),
    parts: sentences(
      worstText(facts, limit),
      outsideRest(facts),
      limitText(facts),
      registryText(facts),
      untargetedRest(facts),
      misscheduledText(facts),
    ),
    remedies: slownessRemedies(facts, limit),
  };
}

/** How many nodes may be without an available pod at once. */
function allowed({ daemonSet, forecast }: SentenceFacts): number {
  const limits = limitsFor(daemonSet.spec.updateStrategy, forecast.targeted);
  return limits === null || typeof limits === 'string' ? forecast.targeted : limits.maxUnavailable;
}

function leadText(facts: SentenceFacts, limit: number): string {
  const { words } = facts;
  const { actions, targeted, worst } = facts.forecast;
  const [n, time] = [actions.replaced, durationText(facts)];
  if (n > 1 && actions.outsideBudget >= n) return sayText('done.outsideLead', { n, time }, words);
  if (limit === 0) return sayText('done.surgeLead', { n, time }, words);
  if (limit >= targeted && worst.without >= targeted && targeted > 1) return sayText('done.allLead', { n, time }, words);
  const atOnce = Math.min(limit, worst.without);
  return atOnce <= 1 ? sayText('done.oneByOneLead', { n, time }, words) : sayText('done.someLead', { n: atOnce, time }, words);
}

function worstText({ forecast, history, daemonSet, words }: SentenceFacts, limit: number): TextPart[] {
  const { without, targeted, before } = forecast.worst;
  if (without === 0) return say('done.neverWithout', {}, words);
  const { updateStrategy: strategy } = daemonSet.spec;
  if (without > Math.max(limit, before) && forecast.actions.outsideBudget === 0 && strategy.type === 'RollingUpdate') {
    const kind = limit === 0 ? 'maxSurge' : 'maxUnavailable';
    return say('done.beyond', { worst: without, targeted, budget: budgetText({ kind, written: strategy[kind] }) }, words);
  }
  if (without >= targeted && targeted > 1)
    return say('done.worstAll', { time: spokenDuration(timeWithoutAny(history.series, forecast.origin), words) }, words);
  return say('done.worst', { worst: without, targeted }, words);
}

function misscheduledText({ history, words }: SentenceFacts): TextPart[] {
  const n = misscheduled(history);
  return n === 0 ? [] : say('done.misscheduled', { n }, words);
}

/** How long no targeted node has an available pod, from the origin on. */
function timeWithoutAny({ at, without, targeted }: Series, origin: Instant): Millis {
  let total = 0;
  for (let row = 0; row + 1 < at.length; row++) {
    const [from, to] = [Math.max(origin, at[row] ?? 0), Math.max(origin, at[row + 1] ?? 0)];
    if ((targeted[row] ?? 0) > 0 && (without[row] ?? 0) >= (targeted[row] ?? 0)) total += to - from;
  }
  return total;
}

function limitText({ timeline, forecast, words }: SentenceFacts): TextPart[] {
  return clientLimited(timeline, forecast) ? say('done.clientLimit', { qps: timeline.scenario.assumptions.clientQps }, words) : [];
}

/** That the nodes wait for a registry that serves few at once. */
function registryText({ timeline, forecast, edit, words }: SentenceFacts): TextPart[] {
  const { registryPulls: n, imagePull } = timeline.scenario.assumptions;
  if (n === 0 || !edit.fields.some(field => field.path.endsWith('.image'))) return [];
  const pulling = Math.ceil(forecast.actions.replaced / n) * imagePull;
  return pulling > 0.7 * (forecast.duration ?? 0) ? say('done.registry', { n }, words) : [];
}

const long = 600_000;
const many = 20;

/** A long rollout of one node after the other is worth a word: 10 % at a time is what most would want. */
function slownessRemedies({ forecast, daemonSet, words }: SentenceFacts, limit: number): Remedy[] {
  if (limit !== 1 || daemonSet.spec.updateStrategy.type !== 'RollingUpdate') return [];
  if (forecast.targeted < many || (forecast.duration ?? 0) < long) return [];
  return [{ label: sayText('mend.raise', { value: '10%' }, words), mend: setField(fieldPaths.maxUnavailable, '10%') }];
}
