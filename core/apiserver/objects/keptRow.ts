import { at, isJsonArray, isJsonObject, type JsonObject, type JsonValue, member } from '../../base/json.ts';
import type { Cell } from '../../presentation/table.ts';
import type { Resource } from '../resources/resource.ts';

/** The cells of an object that is only kept (pkg/printers/internalversion). `created`: its timestamp. */
export function keptRow(resource: Resource, object: JsonObject, age: string, created: string): readonly Cell[] {
  const name = textOf(at(object, 'metadata', 'name'));
  if (resource.kind === 'Event') return eventCells(object, name, age);
  const cells = Object.hasOwn(rows, resource.name) ? rows[resource.name] : undefined;
  return cells === undefined ? [name, age] : [name, ...cells(object, age, created)];
}

const rows: Readonly<Record<string, (object: JsonObject, age: string, created: string) => readonly Cell[]>> = {
  configmaps: (object, age) => [sizeOf(member(object, 'data')) + sizeOf(member(object, 'binaryData')), age],
  secrets: (object, age) => [textOf(member(object, 'type')) || 'Opaque', sizeOf(member(object, 'data')), age],
  roles: (_object, _age, created) => [created],
  clusterroles: (_object, _age, created) => [created],
  rolebindings: (object, age) => bindingCells(object, age),
  clusterrolebindings: (object, age) => bindingCells(object, age),
  networkpolicies: (object, age) => [selectorText(at(object, 'spec', 'podSelector', 'matchLabels')), age],
  storageclasses: (object, age) => [
    ...[textOf(member(object, 'provisioner')), textOf(member(object, 'reclaimPolicy')) || 'Delete'],
    ...[textOf(member(object, 'volumeBindingMode')) || 'Immediate', String(member(object, 'allowVolumeExpansion') === true), age],
  ],
  runtimeclasses: (object, age) => [textOf(member(object, 'handler')), age],
  ingressclasses: (object, age) => [textOf(at(object, 'spec', 'controller')), '<none>', age],
  namespaces: (object, age) => [textOf(at(object, 'status', 'phase')), age],
  leases: (object, age) => [textOf(at(object, 'spec', 'holderIdentity')), age],
  priorityclasses: (object, age) => [
    ...[textOf(member(object, 'value')) || '0', String(member(object, 'globalDefault') === true), age],
    textOf(member(object, 'preemptionPolicy')) || 'PreemptLowerPriority',
  ],
  services: (object, age) => [
    ...[textOf(at(object, 'spec', 'type')) || 'ClusterIP', textOf(at(object, 'spec', 'clusterIP')) || 'None', '<none>'],
    ...[portsText(at(object, 'spec', 'ports')), age, selectorText(at(object, 'spec', 'selector'))],
  ],
};

/** An event of a client: its age is that of the object. */
function eventCells(object: JsonObject, name: string, age: string): readonly Cell[] {
  const about = member(object, 'involvedObject');
  return [
    ...[age, textOf(member(object, 'type')), textOf(member(object, 'reason'))],
    `${textOf(member(about, 'kind')).toLowerCase()}/${textOf(member(about, 'name'))}`,
    ...[textOf(member(about, 'fieldPath')), textOf(at(object, 'source', 'component')), textOf(member(object, 'message')), age],
    ...[textOf(member(object, 'count')) || '1', name],
  ];
}

/** Whom a role is given to, and which one. */
function bindingCells(object: JsonObject, age: string): readonly Cell[] {
  const subjects: JsonValue | undefined = member(object, 'subjects');
  const names = (kind: string): string =>
    (isJsonArray(subjects) ? subjects : [])
      .filter(one => member(one, 'kind') === kind)
      .map(one => (kind === 'ServiceAccount' ? `${textOf(member(one, 'namespace'))}/` : '') + textOf(member(one, 'name')))
      .join(', ');
  const role = `${textOf(at(object, 'roleRef', 'kind'))}/${textOf(at(object, 'roleRef', 'name'))}`;
  return [role, age, names('User'), names('Group'), names('ServiceAccount')];
}

function portsText(ports: JsonValue | undefined): string {
  const list = isJsonArray(ports) ? ports : [];
  const texts = list.map(port => `${textOf(member(port, 'port'))}/${textOf(member(port, 'protocol')) || 'TCP'}`);
  return texts.length === 0 ? '<none>' : texts.join(',');
}

function selectorText(selector: JsonValue | undefined): string {
  const pairs = isJsonObject(selector) ? Object.entries(selector).map(([key, value]) => `${key}=${textOf(value)}`) : [];
  return pairs.length === 0 ? '<none>' : pairs.join(',');
}

function sizeOf(value: JsonValue | undefined): number {
  return isJsonObject(value) ? Object.keys(value).length : 0;
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
