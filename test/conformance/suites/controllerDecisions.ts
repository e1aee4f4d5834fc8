import { controllerProfile } from '../../../core/controller/profile.ts';
import { differenceTo } from '../controller/compare.ts';
import { decide } from '../controller/decide.ts';
import type { Choice, DecisionRecord, Outcome } from '../controller/record.ts';
import { jsonLines } from '../recordings.ts';
import { guarded, type Suite } from '../suite.ts';

/** What one sync does in a given state, as Kubernetes 1.36 does it. Each record is run with a few seeds: every one must be a recorded outcome. */
export const controllerDecisions: Suite = {
  name: 'controller/decisions',
  replay(recordings, check) {
    const profile = controllerProfile('1.36');
    for (const file of recordings.list('controller/decisions/')) {
      for (const record of jsonLines<DecisionRecord>(recordings.text(file))) {
        check(
          file,
          record.id,
          guarded(() => replay(record, seed => decide(record, profile, seed))),
        );
      }
    }
  },
};

const seeds = [1, 2, 3];
/** So many seeds at most until a choice has come out in two ways. */
const patience = 60;

function replay(record: DecisionRecord, run: (seed: number) => Outcome): string | null {
  for (const seed of seeds) {
    const difference = differenceTo(run(seed), record.outcomes);
    if (difference !== null) return `${record.note ?? ''} (seed ${seed})\n${difference}`;
  }
  const open = ({ createChoice, deleteChoice }: Outcome): boolean => leavesChoice(createChoice) || leavesChoice(deleteChoice);
  return record.outcomes.some(open) && !varies(run) ? `always the same choice in ${patience} seeds` : null;
}

function leavesChoice(choice: Choice | undefined): boolean {
  return choice !== undefined && choice.pick > 0 && choice.pick < choice.from.length;
}

function varies(run: (seed: number) => Outcome): boolean {
  const chosen = new Set<string>();
  for (let seed = 1; seed <= patience && chosen.size < 2; seed++) {
    const { creates, deletes } = run(seed);
    chosen.add(JSON.stringify([creates, deletes]));
  }
  return chosen.size > 1;
}
