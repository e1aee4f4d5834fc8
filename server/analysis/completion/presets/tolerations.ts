// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the tab stops of LSP snippets
import type { Preset } from './preset.ts';

const at = { type: 'PodSpec', field: 'tolerations', place: 'item' } as const;

/** What DaemonSets mostly tolerate. */
export const tolerationPresets: readonly Preset[] = [
  {
    ...at,
    label: 'toleration: control-plane nodes',
    detail: 'run on control-plane nodes too',
    lines: ['key: node-role.kubernetes.io/control-plane', 'operator: Exists', 'effect: NoSchedule'],
  },
  { ...at, label: 'toleration: every taint', detail: 'run on every node, whatever its taints', lines: ['operator: Exists'] },
  {
    ...at,
    label: 'toleration: GPU nodes',
    detail: 'nvidia.com/gpu',
    lines: ['key: nvidia.com/gpu', 'operator: Exists', 'effect: NoSchedule'],
  },
];
