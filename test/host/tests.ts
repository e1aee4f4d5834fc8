import { activation } from './activation.ts';
import { colours } from './colours.ts';

/** Every group of host tests, in the order in which they run: those that need an untouched window come first. */
export const tests: readonly (() => void)[] = [activation, colours];
