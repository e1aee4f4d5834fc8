import { at } from '../../../core/base/json.ts';
import type { Rule } from './rule.ts';

/** On the host's network the default dnsPolicy means the node's resolvers: names of services are not found. */
export const hostNetworkDns: Rule = {
  name: 'host-network-dns',
  level: 'hint',
  category: 'hygiene',
  check: ({ hostNetwork, podSpec, podPath }) => {
    if (!hostNetwork || at(podSpec, 'dnsPolicy') !== undefined) return [];
    const message = 'With hostNetwork, names of services are only found with dnsPolicy: ClusterFirstWithHostNet.';
    return [{ path: [...podPath, 'hostNetwork'], message }];
  },
};
