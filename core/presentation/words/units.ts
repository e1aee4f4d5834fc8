/** A number of each unit of time, as our sentences write it. */
export interface DurationUnits {
  readonly 'unit.d': string;
  readonly 'unit.h': string;
  readonly 'unit.m': string;
  readonly 'unit.s': string;
  /** Less than a second, and more than nothing. */
  readonly 'unit.less': string;
}

export const englishUnits: DurationUnits = {
  'unit.d': '{n} d',
  'unit.h': '{n} h',
  'unit.m': '{n} m',
  'unit.s': '{n} s',
  'unit.less': '< 1 s',
};

export const koreanUnits: DurationUnits = {
  'unit.d': '{n}일',
  'unit.h': '{n}시간',
  'unit.m': '{n}분',
  'unit.s': '{n}초',
  'unit.less': '1초 미만',
};

/** So many of a unit. */
export function unitText(unit: string, n: number | string): string {
  return unit.replace('{n}', String(n));
}
