import { type Assumptions, defaultAssumptions } from '../../core/simulation/assumptions.ts';
import { assumptionFields } from '../../core/simulation/scenarioFile/scenarioShape.ts';
import { parseSpan } from '../../core/simulation/scenarioFile/span.ts';
import { WrongUse } from '../wrongUse.ts';

/** Modelled durations that differ from the usual ones, each as `name=value`: `imagePull=30s`. A plain number of a duration is milliseconds. */
export function readAssumed(pairs: readonly string[]): Partial<Assumptions> {
  return Object.fromEntries(pairs.map(pair => readPair(pair)));
}

function readPair(pair: string): readonly [string, number] {
  const [, name = '', text = ''] = /^(\w+)=(\S+)$/.exec(pair) ?? [];
  if (!isAssumption(name))
    throw new WrongUse(`--assume ${pair}: write NAME=VALUE; known are ${Object.keys(defaultAssumptions).join(', ')}.`);
  const plain = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : null;
  const value = plain ?? (assumptionFields[name].shape.kind === 'span' ? parseSpan(text) : null);
  if (value === null) throw new WrongUse(`--assume ${pair}: ${text} is no value of ${name}: ${assumptionFields[name].about}`);
  return [name, value];
}

function isAssumption(name: string): name is keyof Assumptions {
  return Object.hasOwn(defaultAssumptions, name);
}
