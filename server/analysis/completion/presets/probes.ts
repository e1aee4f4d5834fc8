// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the tab stops of LSP snippets
import type { Preset } from './preset.ts';

const handlers: readonly (readonly [string, string, readonly string[]])[] = [
  ['over HTTP', 'httpGet', ['httpGet:', '  path: ${1:/healthz}', '  port: ${2:8080}', 'periodSeconds: ${3:10}']],
  ['over TCP', 'tcpSocket', ['tcpSocket:', '  port: ${1:8080}', 'periodSeconds: ${2:10}']],
  ['by a command', 'exec', ['exec:', '  command: ["${1:/bin/check}"]', 'periodSeconds: ${2:10}']],
];

/** Probes, ready to fill in. A readiness probe is what paces a rollout. */
export const probePresets: readonly Preset[] = ['readinessProbe', 'livenessProbe', 'startupProbe'].flatMap(field =>
  handlers.map(([how, handler, lines]) => ({
    type: 'Container',
    field,
    place: 'key' as const,
    label: `${field}: ${how}`,
    detail: handler,
    lines,
  })),
);
