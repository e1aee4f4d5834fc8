import { compareOrdinal } from '../../base/compare.ts';
import { at, type JsonObject } from '../../base/json.ts';
import { containerLines } from './container.ts';
import { entriesField, objectsField, textField } from './field.ts';
import { annotationLines, labelLines, tolerationLines } from './multiline.ts';
import { volumeLines } from './volume.ts';

/**
 * The `Pod Template:` block of `kubectl describe` and `kubectl rollout history --revision`, with tabs between cells
 * (kubectl describe.go, DescribePodTemplate). `template` is `spec.template` with defaults.
 */
export function describePodTemplate(template: JsonObject): string {
  const spec = at(template, 'spec');
  const annotations = entriesField(template, ['metadata', 'annotations']);
  const account = textField(spec, ['serviceAccountName']);
  const priority = textField(spec, ['priorityClassName']);
  return [
    'Pod Template:\n',
    labelLines('  Labels', entriesField(template, ['metadata', 'labels'])),
    annotations.length > 0 ? annotationLines('  Annotations', annotations) : '',
    account !== '' ? `  Service Account:\t${account}\n` : '',
    containersBlock('Init Containers', objectsField(spec, ['initContainers'])),
    containersBlock('Containers', objectsField(spec, ['containers'])),
    volumesBlock(objectsField(spec, ['volumes'])),
    spreadBlock(objectsField(spec, ['topologySpreadConstraints'])),
    priority !== '' ? `  Priority Class Name:\t${priority}\n` : '',
    labelLines('  Node-Selectors', entriesField(spec, ['nodeSelector'])),
    tolerationLines('  Tolerations', objectsField(spec, ['tolerations'])),
  ].join('');
}

function containersBlock(label: string, containers: readonly JsonObject[]): string {
  if (containers.length === 0) return '';
  return `  ${label}:\n${containers.map(containerLines).join('')}`;
}

function volumesBlock(volumes: readonly JsonObject[]): string {
  if (volumes.length === 0) return '  Volumes:\t<none>\n';
  return `  Volumes:\n${volumes.map(volumeLines).join('')}`;
}

function spreadBlock(constraints: readonly JsonObject[]): string {
  if (constraints.length === 0) return '';
  const sorted = [...constraints].sort((a, b) => compareOrdinal(textField(a, ['topologyKey']), textField(b, ['topologyKey'])));
  return `  Topology Spread Constraints:\t${sorted.map(spreadText).join('\n\t')}\n`;
}

function spreadText(constraint: JsonObject): string {
  const labels = entriesField(constraint, ['labelSelector', 'matchLabels']).map(([key, value]) => `${key}=${value}`);
  const skew = textField(constraint, ['maxSkew']);
  const text = `${textField(constraint, ['topologyKey'])}:${textField(constraint, ['whenUnsatisfiable'])} when max skew ${skew} is exceeded`;
  return labels.length === 0 ? text : `${text} for selector ${labels.join(',')}`;
}
