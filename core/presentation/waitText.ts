import { assertNever } from '../base/assert.ts';
import type { Blocker, WaitingNode, WaitReason } from '../controller/reasons.ts';
import { budgetText } from './budgetText.ts';
import { spokenDuration } from './duration.ts';
import { fieldPaths } from './placementText.ts';
import { en, type Words } from './words/en.ts';
import { link, say, type TextPart } from './words/say.ts';

/** What a node waits for, and a second line that explains it. */
export interface WaitText {
  readonly text: readonly TextPart[];
  /** Empty: nothing to add. */
  readonly more: string;
}

/** The controller's reason why a node is not done, in words. */
export function waitText({ reason, pod }: WaitingNode, words: Words = en): WaitText {
  switch (reason.kind) {
    case 'budget':
      return budgetWait(reason, words);
    case 'nextSync':
      return only(say('wait.nextSync', {}, words));
    case 'onDelete':
      return only(say('wait.onDelete', { onDelete: link('OnDelete', fieldPaths.strategyType) }, words));
    case 'terminating':
      return only(say('wait.terminating', {}, words));
    case 'newPodNotAvailable':
      return only(say(pod === null || pod === reason.newPod ? 'wait.newPodAlone' : 'wait.newPod', { pod: reason.newPod }, words));
    case 'failedBackoff':
      return only(say('wait.backoff', { time: spokenDuration(reason.until, words) }, words));
    case 'sunset':
      return only(say('wait.sunset', { available: reason.available, desired: reason.desired }, words));
    case 'nodeLookup':
      return only(say('wait.nodeLookup', { node: reason.node }, words));
    case 'expectations':
      return only(say('wait.expectations', { creates: reason.creates, deletes: reason.deletes }, words));
    case 'deleting':
      return only(say('wait.deleting', {}, words));
    default:
      return assertNever(reason);
  }
}

function only(text: readonly TextPart[]): WaitText {
  return { text, more: '' };
}

function budgetWait({ budget, blockers }: WaitReason & { readonly kind: 'budget' }, words: Words): WaitText {
  const text = say('wait.budget', { used: budget.used, limit: budget.limit, budget: budgetText(budget) }, words);
  return {
    text,
    more: blockersText(blockers, words)
      .map(part => part.text)
      .join(''),
  };
}

const named = 3;

function blockersText(blockers: readonly Blocker[], words: Words): TextPart[] {
  if (blockers.length === 0) return [];
  const nodes = blockers
    .slice(0, named)
    .map(blocker => blocker.node)
    .join(', ');
  const rest = blockers.length - named;
  return rest > 0 ? say('wait.budgetMore', { nodes, n: rest }, words) : say('wait.budgetBy', { nodes, n: blockers.length }, words);
}
