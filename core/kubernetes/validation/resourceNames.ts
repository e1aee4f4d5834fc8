import { qualifiedNameProblems } from '../names/labels.ts';
import { parseQuantity, type Quantity, scaledUp, signOf } from '../quantity.ts';
import { isExtended, isHugePages, isNative } from './resourceKinds.ts';

const ofContainers: readonly string[] = ['cpu', 'memory', 'ephemeral-storage'];
const ofQuotas: readonly string[] = [
  'configmaps',
  'persistentvolumeclaims',
  'pods',
  'replicationcontrollers',
  'requests.storage',
  'resourcequotas',
  'secrets',
  'services',
  'services.loadbalancers',
  'services.nodeports',
  'storage',
  ...ofContainers.flatMap(name => [`requests.${name}`, `limits.${name}`]),
];

/** What is wrong with the name of a resource of a container (validateContainerResourceName). */
export function resourceNameProblems(name: string): string[] {
  const problems = standardNameProblems(name);
  if (!name.includes('/')) {
    if (!ofContainers.includes(name) && !isHugePages(name)) problems.push('must be a standard resource for containers');
  } else if (!isNative(name) && !isExtended(name)) problems.push("doesn't follow extended resource name standard");
  return problems;
}

/** What is wrong with the name of any resource (validateResourceName). */
export function standardNameProblems(name: string): string[] {
  const problems = qualifiedNameProblems(name);
  if (problems.length === 0 && !name.includes('/') && !isStandard(name))
    problems.push('must be a standard resource type or fully qualified');
  return problems;
}

/** Whether a size is whole pages of the size in the name (`hugepages-2Mi`). */
export function pageMultiple(name: string, quantity: Quantity): boolean {
  const page = parseQuantity(name.slice('hugepages-'.length));
  if (typeof page === 'string' || signOf(page) <= 0) return false;
  const size = scaledUp(page, 0);
  return size > 0n && scaledUp(page, -3) % 1000n === 0n && scaledUp(quantity, 0) % size === 0n;
}

function isStandard(name: string): boolean {
  return ofContainers.includes(name) || ofQuotas.includes(name) || /^(requests\.)?hugepages-/.test(name);
}
