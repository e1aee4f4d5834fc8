import { activation } from './activation.ts';
import { besideRedHatYaml } from './besideRedHatYaml.ts';
import { colours } from './colours.ts';
import { diagnostics } from './diagnostics.ts';
import { kubectl } from './kubectl.ts';
import { panels } from './panels.ts';
import { serverDeath } from './serverDeath.ts';
import { settings } from './settings.ts';
import { surroundings } from './surroundings.ts';
import { writing } from './writing.ts';

/** Every group of host tests, in the order in which they run: those that need an untouched window come first. */
export const tests: readonly (() => void)[] = [
  activation,
  colours,
  diagnostics,
  writing,
  besideRedHatYaml,
  panels,
  kubectl,
  settings,
  surroundings,
  serverDeath,
];
