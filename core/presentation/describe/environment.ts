import { at, isJsonObject, type JsonObject, type JsonValue } from '../../base/json.ts';
import { objectsField, textField } from './field.ts';
import { dividedQuantity, writtenQuantity } from './quantityText.ts';

/** `Environment Variables from:` and `Environment:` of a container (kubectl describe.go, describeContainerEnvFrom and describeContainerEnvVars). */
export function environmentLines(container: JsonObject): string {
  const sources = objectsField(container, ['envFrom']);
  const variables = objectsField(container, ['env']);
  const from = sources.length === 0 ? '' : `    Environment Variables from:\n${sources.map(sourceLine).join('')}`;
  return `${from}    Environment:${variables.length === 0 ? '\t<none>' : ''}\n${variables.map(variable => variableLines(variable, container)).join('')}`;
}

function sourceLine(source: JsonObject): string {
  const kind = at(source, 'configMapRef') !== undefined ? 'ConfigMap' : at(source, 'secretRef') !== undefined ? 'Secret' : '';
  const reference = kind === 'Secret' ? 'secretRef' : 'configMapRef';
  const prefix = textField(source, ['prefix']);
  const from = prefix === '' ? kind : `${kind} with prefix '${prefix}'`;
  return `      ${textField(source, [reference, 'name'])}\t${from}\tOptional: ${optional(source, reference)}\n`;
}

function variableLines(variable: JsonObject, container: JsonObject): string {
  const name = textField(variable, ['name']);
  const from = at(variable, 'valueFrom');
  if (!isJsonObject(from)) return `      ${name}:\t${textField(variable, ['value']).split('\n').join('\n      \t')}\n`;
  return `      ${name}:\t${sourceText(from, container)}\n`;
}

function sourceText(from: JsonObject, container: JsonObject): string {
  if (at(from, 'fieldRef') !== undefined) {
    return ` (${textField(from, ['fieldRef', 'apiVersion'], 'v1')}:${textField(from, ['fieldRef', 'fieldPath'])})`;
  }
  if (at(from, 'resourceFieldRef') !== undefined) return resourceText(from, container);
  if (at(from, 'secretKeyRef') !== undefined) return keyText(from, 'secretKeyRef', 'in secret');
  return keyText(from, 'configMapKeyRef', 'of config map');
}

function keyText(from: JsonObject, reference: string, where: string): string {
  const key = textField(from, [reference, 'key']);
  return `<set to the key '${key}' ${where} '${textField(from, [reference, 'name'])}'>\tOptional: ${optional(from, reference)}`;
}

function optional(value: JsonValue, reference: string): boolean {
  return at(value, reference, 'optional') === true;
}

/** The value a limit or a request of the container gives; a limit that is not there is what the node can give. */
function resourceText(from: JsonObject, container: JsonObject): string {
  const resource = textField(from, ['resourceFieldRef', 'resource']);
  const [kind = '', name = ''] = resource.split(/\.(.*)/);
  const written = writtenQuantity(at(container, 'resources', kind, name)) || '0';
  const value = dividedQuantity(written, textField(from, ['resourceFieldRef', 'divisor'], '0'), resource);
  const shown = value === '0' && (resource === 'limits.cpu' || resource === 'limits.memory') ? 'node allocatable' : value;
  return `${shown} (${resource})`;
}
