import { isKubernetesVersion, type KubernetesVersion, kubernetesVersions } from '../../../core/kubernetes/versions.ts';
import { jsonLines, type Recordings } from '../recordings.ts';
import { guarded, type Suite } from '../suite.ts';
import { readManifests } from '../validation/manifestText.ts';
import { differences, judgeManifests, type RecordedVerdict } from '../validation/verdict.ts';

interface ManifestRecord extends RecordedVerdict {
  readonly id: string;
  readonly mutation: string;
  readonly manifest: string;
}

interface VersionRecord extends RecordedVerdict {
  readonly id: string;
  readonly version: string;
}

const file = 'validation/versions.jsonl';
const manifests = ['validation/manifests-hand.jsonl', 'validation/manifests-systematic.jsonl'];

/** Every manifest in every version: as recorded for it, or else as 1.36 judged it. */
export const validationVersions: Suite = {
  name: 'validation/versions',
  replay(recordings, check) {
    if (!recordings.has(file)) return;
    const records = jsonLines<VersionRecord>(recordings.text(file));
    const otherwise = new Map(records.map(record => [`${record.id} ${minorOf(record.version)}`, record]));
    for (const base of manifestsOf(recordings)) {
      const manifests = readManifests(base.manifest);
      for (const version of kubernetesVersions) {
        const recorded = otherwise.get(`${base.id} ${version}`) ?? base;
        const difference = guarded(() => differences(judgeManifests(manifests, version, []), recorded));
        check(`${file} ${version}`, base.id, difference === null ? null : `${base.mutation}\n${difference}`);
      }
    }
  },
};

function manifestsOf(recordings: Recordings): readonly ManifestRecord[] {
  return manifests.filter(name => recordings.has(name)).flatMap(name => jsonLines<ManifestRecord>(recordings.text(name)));
}

function minorOf(version: string): KubernetesVersion {
  const minor = version.split('.').slice(0, 2).join('.');
  if (!isKubernetesVersion(minor)) throw new Error(`recorded with an unknown version: ${version}`);
  return minor;
}
