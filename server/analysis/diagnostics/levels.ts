import type { Finding } from '../finding.ts';
import type { AnalysisSettings } from '../settings.ts';

/** Gives each finding the level the user's settings want for its rule. What the API server refuses can be softened, not the text's own syntax. */
export function applyLevels(findings: readonly Finding[], settings: AnalysisSettings): readonly Finding[] {
  return findings.flatMap(one => {
    const level = settings.rules.get(one.rule);
    if (level === undefined || one.rule === 'yaml-syntax') return [one];
    return level === 'off' ? [] : [{ ...one, severity: level }];
  });
}
