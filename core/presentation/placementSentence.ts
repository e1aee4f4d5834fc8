import { durationText, outsideRest, untargetedRest } from './commonParts.ts';
import type { Sentence, SentenceFacts } from './sentenceFacts.ts';
import { link, say, sayText, sentences, type TextPart } from './words/say.ts';

/** The sentence of a placement edit: nodes lose their pods, or get one, outside any budget. */
export function placementSentence(facts: SentenceFacts): Sentence {
  const { words } = facts;
  const { actions } = facts.forecast;
  const [lost, won] = [actions.removed, Math.max(0, actions.created - actions.replaced)];
  const rolls = actions.replaced > 0 ? say('done.rollsToo', { n: actions.replaced, time: durationText(facts) }, words) : [];
  const more = lost > 0 && won > 0 ? say('done.placementMoreLead', { n: won }, words) : [];
  return {
    tone: lost > 0 ? 'warning' : 'ok',
    lead: lost > 0 ? sayText('done.placementLead', { n: lost }, words) : sayText('done.placementMoreLead', { n: won }, words),
    parts: sentences(
      more,
      say('done.placement', { field: placementField(facts) }, words),
      rolls,
      outsideRest(facts),
      lost > 0 ? [] : untargetedRest(facts),
    ),
    remedies: [],
  };
}

/** The placement field that was edited, as a link. */
export function placementField({ edit }: SentenceFacts): TextPart {
  const change = edit.fields.find(field => field.scope === 'placement');
  return change === undefined ? { text: 'placement', path: null } : link(change.name, change.path);
}
