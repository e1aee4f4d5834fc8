import type { Forecast } from '../../core/forecast/forecast.ts';
import { spokenDuration } from '../../core/presentation/duration.ts';
import { koreanUnits } from '../../core/presentation/words/units.ts';

/** The texts of a lens in one language. */
export interface LensWords {
  readonly simulate: string;
  readonly nodes: (on: number, all: number) => string;
  readonly forecast: (forecast: Forecast) => string;
}

/** The words of a BCP 47 tag; English where there are no others. */
export function lensWords(language: string): LensWords {
  return /^ko\b/i.test(language) ? korean : english;
}

const english: LensWords = {
  simulate: 'Simulate Rollout',
  nodes: (on, all) => `${on} of ${all} nodes`,
  forecast: ({ outcome, duration, worst, updated, targeted, origin }) => {
    const without = worst.without === 0 ? 'no node without it' : `at most ${nodes(worst.without)} without it`;
    switch (outcome.kind) {
      case 'complete':
        return `this edit takes ${spokenDuration(duration ?? 0)}, ${without}`;
      case 'stalled':
        return `this edit never completes: ${updated} of ${targeted} nodes updated`;
      case 'byHand':
        return 'this edit waits until pods are deleted';
      case 'nothingToDo':
        return 'this edit restarts nothing';
      case 'stillRolling':
        return `this edit is still rolling after ${spokenDuration(outcome.at - origin)}`;
      case 'deleted':
        return 'this edit deletes it';
    }
  },
};

function nodes(count: number): string {
  return count === 1 ? '1 node' : `${count} nodes`;
}

const korean: LensWords = {
  simulate: '롤아웃 시뮬레이션',
  nodes: (on, all) => `노드 ${all}개 중 ${on}개`,
  forecast: ({ outcome, duration, worst, updated, targeted, origin }) => {
    const without = worst.without === 0 ? '비는 노드 없음' : `최대 ${worst.without}개 노드에서 비어 있음`;
    switch (outcome.kind) {
      case 'complete':
        return `이 변경은 ${spokenDuration(duration ?? 0, koreanUnits)} 소요, ${without}`;
      case 'stalled':
        return `이 변경은 끝나지 않음: 노드 ${targeted}개 중 ${updated}개만 갱신`;
      case 'byHand':
        return '이 변경은 파드를 삭제할 때까지 적용되지 않음';
      case 'nothingToDo':
        return '이 변경은 아무것도 다시 시작하지 않음';
      case 'stillRolling':
        return `이 변경은 ${spokenDuration(outcome.at - origin, koreanUnits)} 후에도 진행 중`;
      case 'deleted':
        return '이 변경은 데몬셋을 삭제함';
    }
  },
};
