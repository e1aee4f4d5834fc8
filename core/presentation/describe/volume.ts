import { at, isJsonObject, type JsonObject, type JsonValue } from '../../base/json.ts';
import { entriesField, objectsField, textField } from './field.ts';
import { quantityText } from './quantityText.ts';

/** A volume of a pod template, tab-separated (kubectl describe.go, describeVolumes). */
export function volumeLines(volume: JsonObject): string {
  const name = `   ${textField(volume, ['name'])}:\n`;
  for (const [field, describe] of sources) {
    const source = at(volume, field);
    if (isJsonObject(source)) return name + describe(source);
  }
  return `${name}  <unknown>\n`;
}

type Describe = (source: JsonObject) => string;

const sources: readonly (readonly [string, Describe])[] = [
  [
    'hostPath',
    plain('HostPath (bare host directory volume)', [
      ['Path', 'path'],
      ['HostPathType', 'type'],
    ]),
  ],
  ['emptyDir', emptyDir],
  [
    'secret',
    plain('Secret (a volume populated by a Secret)', [
      ['SecretName', 'secretName'],
      ['Optional', 'optional', 'false'],
    ]),
  ],
  [
    'configMap',
    plain('ConfigMap (a volume populated by a ConfigMap)', [
      ['Name', 'name'],
      ['Optional', 'optional', 'false'],
    ]),
  ],
  ['projected', projected],
  ['downwardAPI', downwardApi],
  [
    'persistentVolumeClaim',
    plain('PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)', [
      ['ClaimName', 'claimName'],
      ['ReadOnly', 'readOnly', 'false'],
    ]),
  ],
  ['ephemeral', ephemeral],
  [
    'csi',
    source =>
      plain('CSI (a Container Storage Interface (CSI) volume source)', [
        ['Driver', 'driver'],
        ['FSType', 'fsType'],
        ['ReadOnly', 'readOnly', 'false'],
      ])(source) + attributeLines(source),
  ],
  [
    'nfs',
    plain('NFS (an NFS mount that lasts the lifetime of a pod)', [
      ['Server', 'server'],
      ['Path', 'path'],
      ['ReadOnly', 'readOnly', 'false'],
    ]),
  ],
];

/** A source whose lines are its fields: title, field, and what stands there when the field does not. */
function plain(type: string, fields: readonly (readonly [string, string, string?])[]): Describe {
  return source =>
    line('Type', type) + fields.map(([title, field, fallback]) => line(title, textField(source, [field], fallback))).join('');
}

function line(title: string, value: string): string {
  return `    ${title}:\t${value}\n`;
}

function emptyDir(source: JsonObject): string {
  const limit = textField(source, ['sizeLimit']);
  return (
    line('Type', "EmptyDir (a temporary directory that shares a pod's lifetime)") +
    line('Medium', textField(source, ['medium'])) +
    line('SizeLimit', limit === '' || limit === '0' ? '<unset>' : quantityText(limit))
  );
}

function projected(source: JsonObject): string {
  const type = line('Type', 'Projected (a volume that contains injected data from multiple sources)');
  return type + objectsField(source, ['sources']).map(projection).join('');
}

function projection(source: JsonValue): string {
  if (at(source, 'secret') !== undefined) {
    const optional = textField(source, ['secret', 'optional'], '<nil>');
    return line('SecretName', textField(source, ['secret', 'name'])) + line('SecretOptionalName', optional);
  }
  if (at(source, 'downwardAPI') !== undefined) return line('DownwardAPI', 'true');
  if (at(source, 'configMap') !== undefined) {
    const name = line('ConfigMapName', textField(source, ['configMap', 'name']));
    return name + line('Optional', textField(source, ['configMap', 'optional'], 'false'));
  }
  if (at(source, 'serviceAccountToken') !== undefined) {
    return line('TokenExpirationSeconds', textField(source, ['serviceAccountToken', 'expirationSeconds'], '3600'));
  }
  return '';
}

function downwardApi(source: JsonObject): string {
  const items = objectsField(source, ['items']).map(item => {
    const from = textField(item, ['fieldRef', 'fieldPath']) || textField(item, ['resourceFieldRef', 'resource']);
    return `      ${from} -> ${textField(item, ['path'])}\n`;
  });
  return `${line('Type', 'DownwardAPI (a volume populated by information about the pod)')}    Items:\n${items.join('')}`;
}

function ephemeral(source: JsonObject): string {
  const claim = at(source, 'volumeClaimTemplate', 'spec');
  const modes = at(claim, 'accessModes');
  return [
    line('Type', 'EphemeralVolume (an inline specification for a volume that gets created and deleted with the pod)'),
    line('StorageClass', textField(claim, ['storageClassName'])),
    line('Volume', textField(claim, ['volumeName'])),
    '    Labels:            <none>\n    Annotations:       <none>\n    Capacity:      \n',
    line('Access Modes', Array.isArray(modes) ? modes.join(',') : ''),
    line('VolumeMode', textField(claim, ['volumeMode'], 'Filesystem')),
  ].join('');
}

function attributeLines(source: JsonObject): string {
  const attributes = entriesField(source, ['volumeAttributes']).map(([key, value]) => `${key}=${value}`);
  return `    VolumeAttributes:\t${attributes.length === 0 ? '<none>' : attributes.join('\n                          \t')}\n`;
}
