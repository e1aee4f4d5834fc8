import { environmentPresets } from './environment.ts';
import type { Preset } from './preset.ts';
import { probePresets } from './probes.ts';
import { strategyPresets } from './strategies.ts';
import { tolerationPresets } from './tolerations.ts';
import { volumePresets } from './volumes.ts';

/** All presets, in the order in which they are offered. */
export const presets: readonly Preset[] = [
  ...strategyPresets,
  ...tolerationPresets,
  ...environmentPresets,
  ...probePresets,
  ...volumePresets,
];
