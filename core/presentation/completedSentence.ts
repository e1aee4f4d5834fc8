import { budgetText } from './budgetText.ts';
import { spokenDuration } from './duration.ts';
import { clientLimited } from './pace.ts';
import { placementGroups } from './placementGroups.ts';
import { untargetedText } from './placementText.ts';
import type { Sentence, SentenceFacts } from './sentenceFacts.ts';
import { link, say, sayText, sentences, type TextPart } from './words/say.ts';

/** The sentence of a rollout that completes. */
export function completedSentence(facts: SentenceFacts): Sentence {
  const { edit, forecast } = facts;
  const { removed, replaced } = forecast.actions;
  const placement = edit.kind === 'placement' || (removed > 0 && edit.fields.some(field => field.scope === 'placement'));
  if (placement && removed > 0) return placementSentence(facts);
  if (edit.kind === 'create' || replaced === 0) return createdSentence(facts);
  return rolledSentence(facts);
}

function createdSentence(facts: SentenceFacts): Sentence {
  const { forecast, nodes } = facts;
  const n = forecast.actions.created;
  return {
    tone: 'ok',
    lead: sayText('done.createLead', { n, time: durationText(facts) }),
    parts: sentences(say('done.runsOn', { n: forecast.targeted, all: nodes.length }), untargeted(facts)),
    remedies: [],
  };
}

function rolledSentence(facts: SentenceFacts): Sentence {
  const { worst, targeted, actions } = facts.forecast;
  const all = worst.without >= targeted && targeted > 1;
  const parts = sentences(
    worstText(facts),
    outsideText(facts),
    clientLimited(facts.timeline, facts.forecast) ? limitText(facts) : [],
    untargeted(facts),
  );
  return { tone: all ? 'warning' : 'ok', lead: leadText(facts, actions.replaced, all), parts, remedies: [] };
}

function leadText(facts: SentenceFacts, n: number, all: boolean): string {
  const time = durationText(facts);
  const { without } = facts.forecast.worst;
  if (all) return sayText('done.allLead', { n, time });
  if (without === 0) return sayText('done.surgeLead', { n, time });
  return without === 1 ? sayText('done.oneByOneLead', { n, time }) : sayText('done.someLead', { n: without, time });
}

/** Nodes lose their pods outside any budget. */
function placementSentence(facts: SentenceFacts): Sentence {
  const { actions, subject } = facts.forecast;
  const field = placementField(facts);
  const rolls = actions.replaced > 0 ? say('done.rollsToo', { n: actions.replaced, time: durationText(facts) }) : [];
  return {
    tone: 'warning',
    lead: sayText('done.placementLead', { n: actions.removed, name: subject.name }),
    parts: sentences(say('done.placement', { field }), rolls, outsideText(facts)),
    remedies: [],
  };
}

function placementField({ edit }: SentenceFacts): TextPart {
  const change = edit.fields.find(field => field.scope === 'placement');
  return change === undefined ? { text: 'placement', path: null } : link(change.name, change.path);
}

function worstText({ forecast }: SentenceFacts): TextPart[] {
  const { without, targeted } = forecast.worst;
  if (without === 0) return say('done.neverWithout');
  if (without >= targeted && targeted > 1) return say('done.worstAll', { time: spokenDuration(forecast.withoutEach) });
  return say('done.worst', { worst: without, targeted });
}

function outsideText({ forecast, daemonSet }: SentenceFacts): TextPart[] {
  const n = forecast.actions.outsideBudget;
  const { updateStrategy: strategy } = daemonSet.spec;
  if (n === 0 || strategy.type !== 'RollingUpdate') return [];
  return say('done.outside', { n, budget: budgetText({ kind: 'maxUnavailable', written: strategy.maxUnavailable }) });
}

function limitText({ timeline }: SentenceFacts): TextPart[] {
  return say('done.clientLimit', { qps: timeline.scenario.assumptions.clientQps });
}

/** Why the largest group of nodes is left out, when any is. */
function untargeted({ daemonSet, nodes }: SentenceFacts): TextPart[] {
  const group = placementGroups(daemonSet, nodes).find(one => one.because.kind !== 'eligible');
  return group === undefined ? [] : untargetedText(group.because, group.nodes.length);
}

function durationText({ forecast }: SentenceFacts): string {
  return spokenDuration(forecast.duration ?? 0);
}
