import type { ParseResult } from '../../../core/protocol/lsp.ts';
import type { Baseline } from '../../../core/protocol/panel.ts';
import { findDaemonSet, type Identity } from '../rollout/target.ts';
import type { Say } from '../words.ts';
import { baselineLabel, type ChosenText } from './chooseBaseline.ts';

/** An earlier text with the objects in it; what every keystroke's baseline is taken from. */
export interface ReadBaseline {
  readonly chosen: ChosenText;
  readonly parsed: ParseResult;
}

/** Nothing was looked for yet, or there is nothing. */
export const noBaseline: ReadBaseline = {
  chosen: { kind: 'none', from: '', text: null, note: '' },
  parsed: { objects: [], problem: null },
};

/** The DaemonSet of this name as it was, for the panel. */
export function baselineOf({ chosen, parsed }: ReadBaseline, identity: Identity, say: Say): Baseline {
  const manifest = chosen.kind === 'none' ? null : findDaemonSet(parsed.objects, identity);
  if (manifest !== null) return { kind: chosen.kind, label: baselineLabel(chosen, say), note: chosen.note, manifest };
  return { kind: 'none', label: baselineLabel(noBaseline.chosen, say), note: noteWithout(chosen, parsed, identity, say), manifest: null };
}

function noteWithout(chosen: ChosenText, parsed: ParseResult, identity: Identity, say: Say): string {
  if (chosen.kind === 'none') return chosen.note;
  const place = baselineLabel(chosen, say);
  if (parsed.problem !== null) return say('{0} does not parse: line {1}', place, parsed.problem.position.line + 1);
  return say('{0} has no DaemonSet {1} in namespace {2}', place, identity.name, identity.namespace);
}
