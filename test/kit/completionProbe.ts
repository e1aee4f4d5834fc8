import assert from 'node:assert/strict';
import { complete } from '../../server/analysis/completion/complete.ts';
import { withoutPlaceholders } from '../../server/analysis/completion/completion.ts';
import { noNames, type WorkspaceNames } from '../../server/analysis/completion/valueSource.ts';
import { parseYaml } from '../../server/analysis/document/parse.ts';
import { splitDocuments } from '../../server/analysis/document/split.ts';
import { defaultAnalysisSettings, type FileMode, plainFile } from '../../server/analysis/settings.ts';

/** A place `┆` in a file, labels that have to be offered there, and (after `not`) some that must not be. */
export type Probe = readonly [text: string, ...labels: string[]];

export const head = 'apiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n  name: agent\n';
export const indent = (text: string, by: number): string => text.replace(/^(?=.)/gm, ' '.repeat(by));
export const inSpec = (text: string): string => `${head}spec:\n${indent(text, 2)}`;
export const inPod = (text: string): string =>
  inSpec(
    `selector:\n  matchLabels:\n    app: agent\ntemplate:\n  metadata:\n    labels:\n      app: agent\n      tier: node\n  spec:\n${indent(text, 4)}`,
  );
export const inContainer = (text: string): string =>
  inPod(`containers:\n  - name: agent\n    image: registry.example.com/agent:1.0.0\n${indent(text, 4)}`);

/**
 * Asserts what a probe says, and that each item that is offered, once accepted, leaves a document that can be read (if it could be before). The YAML
 * document around the place is looked at alone, as the server does.
 */
export function checkProbe([source, ...labels]: Probe, mode: FileMode = plainFile, names: WorkspaceNames = noNames): void {
  const document = splitDocuments(source).find(chunk => chunk.text.includes('┆'))?.text ?? '';
  const offset = document.indexOf('┆');
  const text = document.replace('┆', '');
  const items = complete(text, offset, mode, defaultAnalysisSettings, names);
  const offered = items.map(item => item.label);
  const split = labels.indexOf('not');
  const wanted = split < 0 ? labels : labels.slice(0, split);
  const unwanted = split < 0 ? [] : labels.slice(split + 1);
  assert.deepEqual(
    wanted.filter(label => !offered.includes(label)),
    [],
    `missing among ${offered.slice(0, 12).join(', ')}`,
  );
  assert.deepEqual(
    unwanted.filter(label => offered.includes(label)),
    [],
    'must not be offered',
  );
  const wasFine = parseYaml(text).problems.length === 0;
  for (const item of items) {
    const accepted = text.slice(0, item.replace.start) + withoutPlaceholders(item.snippet) + text.slice(item.replace.end);
    if (wasFine) assert.deepEqual(parseYaml(accepted).problems, [], `${item.label}:\n${accepted}`);
  }
}
