import { isDeepStrictEqual } from 'node:util';
import type { JsonValue } from '../../../core/base/json.ts';
import { requirementsOf, shownLabelSelector } from '../../../core/kubernetes/labelSelector/ofObject.ts';
import { formatLabelSelector, type LabelRequirements, meetsAll, parseLabelSelector } from '../../../core/kubernetes/labelSelector/parse.ts';
import type { Labels } from '../../../core/kubernetes/objects/meta.ts';
import type { Recordings } from '../recordings.ts';
import { type Check, guarded, type Suite } from '../suite.ts';

/** Label selectors as text and as objects. */
export const labelSelectorUnits: Suite = {
  name: 'units/label-selector',
  replay(recordings, check) {
    replayFile<TextRecord>(recordings, check, 'units/label-selector.json', fromText);
    replayFile<ObjectRecord>(recordings, check, 'units/label-selector-object.json', fromObject);
  },
};

interface TextRecord {
  readonly in: string;
  readonly error?: string;
  readonly string?: string;
  readonly requirements?: LabelRequirements;
  readonly matches?: readonly boolean[];
}

interface ObjectRecord {
  readonly selector: JsonValue;
  readonly error?: string;
  readonly string?: string;
  readonly format?: string;
  readonly matches?: readonly boolean[];
}

type Compare<T> = (record: T, labelSets: readonly Labels[]) => readonly [recorded: unknown, ours: unknown];

/** The first row holds the label sets. */
function replayFile<T>(recordings: Recordings, check: Check, file: string, compare: Compare<T>): void {
  if (!recordings.has(file)) return;
  const [head, ...records]: [{ readonly labelSets: readonly Labels[] }, ...T[]] = JSON.parse(recordings.text(file));
  records.forEach((record, index) => {
    const difference = guarded(() => {
      const [recorded, ours] = compare(record, head.labelSets);
      return isDeepStrictEqual(recorded, ours) ? null : `recorded ${JSON.stringify(recorded)}, ours ${JSON.stringify(ours)}`;
    });
    check(file, String(index + 1), difference);
  });
}

const fromText: Compare<TextRecord> = (record, labelSets) => {
  const read = parseLabelSelector(record.in);
  if ('error' in read) return [record.error, read.error];
  const { requirements } = read;
  return [
    [record.string, record.requirements, record.matches],
    [formatLabelSelector(requirements), requirements, labelSets.map(labels => meetsAll(requirements, labels))],
  ];
};

const fromObject: Compare<ObjectRecord> = (record, labelSets) => {
  const read = requirementsOf(record.selector);
  if ('error' in read) return [record.error, read.error];
  const { requirements } = read;
  return [
    [record.string, record.format, record.matches],
    [
      formatLabelSelector(requirements ?? []),
      shownLabelSelector(record.selector),
      labelSets.map(labels => requirements !== null && meetsAll(requirements, labels)),
    ],
  ];
};
