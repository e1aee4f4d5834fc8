// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the tab stops of LSP snippets
import type { Preset } from './preset.ts';

const at = { type: 'DaemonSetSpec', field: 'updateStrategy', place: 'key' } as const;

/** Update strategies people choose between. */
export const strategyPresets: readonly Preset[] = [
  {
    ...at,
    label: 'updateStrategy: one node at a time',
    detail: 'RollingUpdate, maxUnavailable 1 (the default)',
    lines: ['type: RollingUpdate', 'rollingUpdate:', '  maxUnavailable: ${1:1}'],
  },
  {
    ...at,
    label: 'updateStrategy: a share of the nodes at a time',
    detail: 'RollingUpdate, maxUnavailable 10%',
    lines: ['type: RollingUpdate', 'rollingUpdate:', '  maxUnavailable: ${1:10%}'],
  },
  {
    ...at,
    label: 'updateStrategy: new pod before the old one goes',
    detail: 'RollingUpdate, maxSurge 10%, no node without the agent',
    lines: ['type: RollingUpdate', 'rollingUpdate:', '  maxSurge: ${1:10%}', '  maxUnavailable: 0'],
  },
  { ...at, label: 'updateStrategy: only when pods are deleted', detail: 'OnDelete', lines: ['type: OnDelete'] },
];
