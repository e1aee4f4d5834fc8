import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { checkProbe, inContainer, indent, inPod, inSpec, type Probe } from '../../../test/kit/completionProbe.ts';
import { plainFile } from '../settings.ts';
import { noNames } from './valueSource.ts';

/*
 * positions/*.txt: each probe is a line `@where wanted | wanted; not unwanted | unwanted`, and a text in which ┆ is the cursor (␉ a tab, ␍ a carriage
 * return). The text stands in a whole file, a spec, a pod's spec or a container; what follows a line `@@` stands in the pod's spec.
 */
const folder = path.join(String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT), 'server', 'analysis', 'completion', 'positions');
const names = { ...noNames, images: () => ['busybox:1.36', 'quay.io/prometheus/node-exporter:v1.9.0'] };

describe('completion', () => {
  let count = 0;
  for (const file of fs.readdirSync(folder).sort()) {
    describe(file, () => {
      const probes = fs.readFileSync(path.join(folder, file), 'utf8').split(/^(?=@[a-z])/m);
      count += probes.length;
      for (const text of probes)
        it(text.trimEnd(), () => checkProbe(readProbe(text), { ...plainFile, template: file === 'helm.txt' }, names));
    });
  }

  it('is tried in many positions', () => assert.ok(count >= 300));
});

function readProbe(text: string): Probe {
  const end = text.indexOf('\n');
  const [, where = '', wanted = '', unwanted = ''] = /^@(\w+) ?(.*?)(?:(?:; |(?<=^@\w+ ))not (.*))?$/.exec(text.slice(0, end)) ?? [];
  const body = text
    .slice(end + 1)
    .replace(/\n$/, '')
    .replaceAll('␉', '\t')
    .replaceAll('␍', '\r');
  const [own = '', pod = ''] = body.split('\n@@\n');
  const wrap = { file: (one: string) => one, spec: inSpec, pod: inPod, container: inContainer }[where];
  assert.ok(wrap !== undefined, where);
  const labels = (list: string): string[] => (list === '' ? [] : list.split(' | '));
  return [
    `${wrap(own)}${pod === '' ? '' : `\n${indent(pod, 6)}`}`,
    ...labels(wanted),
    ...(unwanted === '' ? [] : ['not', ...labels(unwanted)]),
  ];
}
