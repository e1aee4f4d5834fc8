import type { HostToPanel } from '../../../core/protocol/panel.ts';
import type { ReadBaseline } from '../baseline/baselineOf.ts';
import type { Say } from '../words.ts';
import { messageFor, type Situation } from './situation.ts';

/** A situation that changes part by part, and the message that it comes to. */
export interface SituationKeeper {
  readonly situation: () => Situation;
  /** The same object until something changes; null: not all is known yet. */
  readonly message: () => HostToPanel | null;
  /** Changes a part, and calls back when a panel would learn something by it. */
  readonly update: (part: Partial<Situation>) => void;
}

export function keepSituation(first: Situation, say: Say, changed: () => void): SituationKeeper {
  let situation = first;
  let message: HostToPanel | null = null;
  return {
    situation: () => situation,
    message: () => message,
    update: part => {
      if (part.baseline !== undefined && sameBaseline(part.baseline, situation.baseline)) return;
      situation = { ...situation, ...part };
      const next = messageFor(situation, say);
      if (next === message || sameProblem(next, message)) return;
      message = next;
      changed();
    },
  };
}

/** Whether both come from the same text: saving a file moves nothing when the baseline is Git HEAD. */
function sameBaseline(a: ReadBaseline | null, b: ReadBaseline | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.chosen.kind === b.chosen.kind && a.chosen.from === b.chosen.from && a.chosen.text === b.chosen.text && a.chosen.note === b.chosen.note
  );
}

function sameProblem(a: HostToPanel | null, b: HostToPanel | null): boolean {
  return a?.type === 'problem' && b?.type === 'problem' && JSON.stringify(a) === JSON.stringify(b);
}
