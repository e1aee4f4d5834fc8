import { decisions } from '../../../core/forecast/decisions.ts';
import { markdownReport } from '../../../core/presentation/report.ts';
import { sentence } from '../../../core/presentation/sentence.ts';
import type { Tile } from '../../../core/presentation/tiles.ts';
import type { WhatIfText } from '../../../core/presentation/whatIfText.ts';
import type { Pictured } from './makePicture.ts';

/** The forecast as Markdown, with the numbers and other strategies as the panel shows them. */
export function reportOf(pictured: Pictured, tiles: readonly Tile[], whatIfs: readonly WhatIfText[]): string {
  const { timeline, forecast, edit, words } = pictured;
  const said = sentence(pictured, words);
  return markdownReport(
    {
      ...{ scenario: timeline.scenario, forecast, edit, sentence: said, tiles, whatIfs, spread: null },
      decisions: decisions(timeline, forecast.subject),
    },
    words,
  );
}
