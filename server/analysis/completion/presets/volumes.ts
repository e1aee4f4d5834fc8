// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the tab stops of LSP snippets
import type { Preset } from './preset.ts';

const at = { type: 'PodSpec', field: 'volumes', place: 'item' } as const;

/** Volumes that DaemonSets mount. */
export const volumePresets: readonly Preset[] = [
  { ...at, label: 'volume: a path of the node', detail: 'hostPath', lines: ['name: ${1:host-path}', 'hostPath:', '  path: ${2:/var/log}'] },
  { ...at, label: 'volume: a ConfigMap', detail: 'configMap', lines: ['name: ${1:config}', 'configMap:', '  name: ${2:config-map-name}'] },
  { ...at, label: 'volume: a Secret', detail: 'secret', lines: ['name: ${1:secret}', 'secret:', '  secretName: ${2:secret-name}'] },
  { ...at, label: 'volume: scratch space', detail: 'emptyDir', lines: ['name: ${1:tmp}', 'emptyDir: {\\}'] },
  {
    type: 'Container',
    field: 'volumeMounts',
    place: 'item',
    label: 'mount: read only',
    detail: 'name, mountPath, readOnly',
    lines: ['name: ${1:volume-name}', 'mountPath: ${2:/host}', 'readOnly: true'],
  },
];
