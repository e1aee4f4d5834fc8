// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the tab stops of LSP snippets
import type { Preset } from './preset.ts';

const at = { type: 'Container', field: 'env', place: 'item' } as const;

function fromPod(name: string, path: string, detail: string): Preset {
  return { ...at, label: `env: ${name}`, detail, lines: [`name: ${name}`, 'valueFrom:', '  fieldRef:', `    fieldPath: ${path}`] };
}

/** Environment that agents ask for. */
export const environmentPresets: readonly Preset[] = [
  fromPod('NODE_NAME', 'spec.nodeName', 'the node the pod runs on'),
  fromPod('HOST_IP', 'status.hostIP', 'the node’s address'),
  fromPod('POD_NAME', 'metadata.name', 'the pod’s name'),
  fromPod('POD_NAMESPACE', 'metadata.namespace', 'the pod’s namespace'),
  {
    ...at,
    label: 'env: from a secret',
    detail: 'valueFrom.secretKeyRef',
    lines: ['name: ${1:TOKEN}', 'valueFrom:', '  secretKeyRef:', '    name: ${2:secret-name}', '    key: ${3:key}'],
  },
];
