import type { NodeState } from '../../../core/forecast/nodeState.ts';
import type { DurationUnits } from '../../../core/presentation/words/units.ts';
import { unitsOf } from '../words/unitsOf.ts';

/** The colours of one theme, as the canvas wants them. */
export interface Theme {
  readonly states: Readonly<Record<NodeState, string>>;
  /** For what has no colour of its own: zones, revisions. */
  readonly tints: readonly string[];
  readonly background: string;
  readonly raised: string;
  readonly foreground: string;
  readonly dim: string;
  readonly line: string;
  readonly selection: string;
  readonly focus: string;
  readonly failed: string;
  readonly font: string;
  readonly monospace: string;
  /** How the page's language writes durations. */
  readonly units: DurationUnits;
}

/** So many colours there are; more zones than that share them. */
export const tints = 6;

/** Reads the colours from the style sheet's variables, which follow VS Code's theme. */
export function readTheme(element: Element): Theme {
  const style = getComputedStyle(element);
  const colour = (name: string): string => style.getPropertyValue(`--ds-${name}`).trim();
  return {
    states: {
      notTargeted: colour('dim'),
      none: colour('dim'),
      old: colour('old'),
      starting: colour('starting'),
      updated: colour('updated'),
      terminating: colour('terminating'),
      failed: colour('failed'),
    },
    tints: Array.from({ length: tints }, (_, place) => colour(`tint-${place}`)),
    background: colour('background'),
    raised: colour('raised'),
    foreground: colour('foreground'),
    dim: colour('dim'),
    line: colour('line'),
    selection: colour('selection'),
    focus: colour('focus'),
    failed: colour('failed'),
    font: style.fontFamily,
    monospace: colour('monospace') || 'monospace',
    units: unitsOf(document.documentElement.lang),
  };
}

/** Calls back whenever VS Code changes the theme; returns what ends that. */
export function onThemeChange(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'class'] });
  observer.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-kind'] });
  return () => observer.disconnect();
}
