import { at, isJsonObject, type JsonObject, type JsonValue } from '../../base/json.ts';
import { objectsField, textField } from './field.ts';

/** `Environment Variables from:` and `Environment:` of a container (kubectl describe.go, describeContainerEnvFrom and describeContainerEnvVars). */
export function environmentLines(container: JsonObject): string {
  const sources = objectsField(container, ['envFrom']);
  const variables = objectsField(container, ['env']);
  const from = sources.length === 0 ? '' : `    Environment Variables from:\n${sources.map(sourceLine).join('')}`;
  return `${from}    Environment:${variables.length === 0 ? '\t<none>' : ''}\n${variables.map(variableLines).join('')}`;
}

function sourceLine(source: JsonObject): string {
  const kind = at(source, 'configMapRef') !== undefined ? 'ConfigMap' : at(source, 'secretRef') !== undefined ? 'Secret' : '';
  const reference = kind === 'Secret' ? 'secretRef' : 'configMapRef';
  const prefix = textField(source, ['prefix']);
  const from = prefix === '' ? kind : `${kind} with prefix '${prefix}'`;
  return `      ${textField(source, [reference, 'name'])}\t${from}\tOptional: ${optional(source, reference)}\n`;
}

function variableLines(variable: JsonObject): string {
  const name = textField(variable, ['name']);
  const from = at(variable, 'valueFrom');
  if (!isJsonObject(from)) return `      ${name}:\t${textField(variable, ['value']).split('\n').join('\n      \t')}\n`;
  return `      ${name}:\t${sourceText(from)}\n`;
}

function sourceText(from: JsonObject): string {
  if (at(from, 'fieldRef') !== undefined) {
    return ` (${textField(from, ['fieldRef', 'apiVersion'], 'v1')}:${textField(from, ['fieldRef', 'fieldPath'])})`;
  }
  if (at(from, 'resourceFieldRef') !== undefined) return ` (${textField(from, ['resourceFieldRef', 'resource'])})`;
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
