import { at, isJsonObject, type JsonObject } from '../../base/json.ts';
import { environmentLines } from './environment.ts';
import { entriesField, objectsField, textField, textsField } from './field.ts';
import { probeText } from './probe.ts';
import { quantityText } from './quantityText.ts';

/** A container of a pod template, tab-separated (kubectl describe.go, describeContainers). */
export function containerLines(container: JsonObject): string {
  return [
    `   ${textField(container, ['name'])}:\n`,
    line('Image', textField(container, ['image'])),
    portLine('Port', objectsField(container, ['ports']), 'containerPort'),
    portLine('Host Port', objectsField(container, ['ports']), 'hostPort'),
    seccompLines(container),
    wordLines('Command', textsField(container, ['command'])),
    wordLines('Args', textsField(container, ['args'])),
    resourceLines('Limits', entriesField(container, ['resources', 'limits'])),
    resourceLines('Requests', entriesField(container, ['resources', 'requests'])),
    probeLine('Liveness', container, 'livenessProbe'),
    probeLine('Readiness', container, 'readinessProbe'),
    probeLine('Startup', container, 'startupProbe'),
    environmentLines(container),
    mountLines(objectsField(container, ['volumeMounts'])),
    deviceLines(objectsField(container, ['volumeDevices'])),
  ].join('');
}

function line(name: string, value: string): string {
  return `    ${name}:\t${value}\n`;
}

/** `Port` with one, `Ports` with several; a port without the field counts as 0. */
function portLine(name: string, ports: readonly JsonObject[], field: string): string {
  const texts = ports.map(port => {
    const called = textField(port, ['name']);
    return `${textField(port, [field], '0')}/${textField(port, ['protocol'], 'TCP')}${called === '' ? '' : ` (${called})`}`;
  });
  return texts.length > 1 ? line(`${name}s`, texts.join(', ')) : line(name, texts[0] ?? '<none>');
}

function seccompLines(container: JsonObject): string {
  const type = textField(container, ['securityContext', 'seccompProfile', 'type']);
  if (type === '') return '';
  const profile = textField(container, ['securityContext', 'seccompProfile', 'localhostProfile']);
  return line('SeccompProfile', type) + (type === 'Localhost' ? `      LocalhostProfile:\t${profile}\n` : '');
}

function wordLines(name: string, words: readonly string[]): string {
  if (words.length === 0) return '';
  const lines = words.flatMap(word => word.split('\n')).map(word => `      ${word}\n`);
  return `    ${name}:\n${lines.join('')}`;
}

function resourceLines(name: string, resources: readonly (readonly [string, string])[]): string {
  if (resources.length === 0) return '';
  return `    ${name}:\n${resources.map(([resource, quantity]) => `      ${resource}:\t${quantityText(quantity)}\n`).join('')}`;
}

function probeLine(name: string, container: JsonObject, field: string): string {
  const probe = at(container, field);
  return isJsonObject(probe) ? line(name, probeText(probe)) : '';
}

function mountLines(mounts: readonly JsonObject[]): string {
  if (mounts.length === 0) return line('Mounts', '<none>');
  const sorted = [...mounts].sort((a, b) => (textField(a, ['mountPath']) < textField(b, ['mountPath']) ? -1 : 1));
  return `    Mounts:\n${sorted.map(mountLine).join('')}`;
}

function mountLine(mount: JsonObject): string {
  const subPath = textField(mount, ['subPath']);
  const flags = (at(mount, 'readOnly') === true ? 'ro' : 'rw') + (subPath === '' ? '' : `,path=${JSON.stringify(subPath)}`);
  return `      ${textField(mount, ['mountPath'])} from ${textField(mount, ['name'])} (${flags})\n`;
}

function deviceLines(devices: readonly JsonObject[]): string {
  if (devices.length === 0) return '';
  const sorted = [...devices].sort((a, b) => (textField(a, ['devicePath']) < textField(b, ['devicePath']) ? -1 : 1));
  const lines = sorted.map(device => `      ${textField(device, ['devicePath'])} from ${textField(device, ['name'])}\n`);
  return `    Devices:\n${lines.join('')}`;
}
