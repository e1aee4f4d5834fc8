import { controllerProfile } from '../../../core/controller/profile.ts';
import { isKubernetesVersion } from '../../../core/kubernetes/versions.ts';
import { differenceTo } from '../controller/compare.ts';
import { decide } from '../controller/decide.ts';
import type { DecisionRecord, Outcome } from '../controller/record.ts';
import { jsonLines, type Recordings } from '../recordings.ts';
import { guarded, type Suite } from '../suite.ts';

interface Differing {
  readonly id: string;
  readonly outcomes: readonly Outcome[];
}

/** The decisions under other versions of Kubernetes: those that are listed come out as listed there, all others as in 1.36. */
export const controllerVersions: Suite = {
  name: 'controller/versions',
  replay(recordings, check) {
    const records = recordings.list('controller/decisions/').flatMap(file => jsonLines<DecisionRecord>(recordings.text(file)));
    if (records.length === 0) return;
    for (const [version, differing] of versionsIn(recordings)) {
      if (!isKubernetesVersion(version)) continue;
      const profile = controllerProfile(version);
      for (const record of records) {
        const outcomes = differing.get(record.id) ?? record.outcomes;
        const difference = guarded(() => differenceTo(decide(record, profile, 7), outcomes));
        check(`controller/versions/${version}`, record.id, difference);
      }
    }
  },
};

/** Minor version → records that differ. 1.34 and 1.37 were replayed without any difference. */
function versionsIn(recordings: Recordings): ReadonlyMap<string, ReadonlyMap<string, readonly Outcome[]>> {
  const versions = new Map<string, ReadonlyMap<string, readonly Outcome[]>>();
  for (const file of recordings.list('controller/versions/')) {
    const version = /(\d+\.\d+)\.\d+\.jsonl$/.exec(file)?.[1];
    if (version === undefined) continue;
    versions.set(version, new Map(jsonLines<Differing>(recordings.text(file)).map(({ id, outcomes }) => [id, outcomes])));
  }
  if (versions.size > 0) for (const version of ['1.34', '1.37']) versions.set(version, new Map());
  return versions;
}
