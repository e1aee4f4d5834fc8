import { qualifiedNameProblems } from '../names/labels.ts';
import { isWhole, type Quantity } from '../quantity.ts';

/** What kind of resource a name stands for (pkg/apis/core/helper). */

/** Memory in pages of the size in the name: `hugepages-2Mi`. */
export function isHugePages(name: string): boolean {
  return name.startsWith('hugepages-');
}

/** A resource of Kubernetes itself: `cpu`, or below kubernetes.io. */
export function isNative(name: string): boolean {
  return !name.includes('/') || name.includes('kubernetes.io/');
}

/** A resource of a device plugin such as `example.com/gpu`. */
export function isExtended(name: string): boolean {
  return !isNative(name) && !name.startsWith('requests.') && qualifiedNameProblems(`requests.${name}`).length === 0;
}

/** Whether limits may exceed what is there: not for devices and huge pages. */
export function mayOvercommit(name: string): boolean {
  return isNative(name) && !isHugePages(name);
}

const counted: readonly string[] = [
  'configmaps',
  'persistentvolumeclaims',
  'pods',
  'replicationcontrollers',
  'resourcequotas',
  'secrets',
  'services',
  'services.loadbalancers',
  'services.nodeports',
];

/** Devices and objects are counted whole. */
export function isCountedWhole(name: string, quantity: Quantity): boolean {
  return !(counted.includes(name) || isExtended(name)) || isWhole(quantity);
}
