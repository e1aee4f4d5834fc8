import { type FileMode, plainFile } from '../analysis/settings.ts';
import type { ServerHost } from './host.ts';

/** How a file is to be read, by its language and by what lies around it. */
export function fileModeOf(uri: string, languageId: string, text: string, host: ServerHost): FileMode {
  return { template: isTemplate(uri, languageId, text, host), patch: isPatch(uri, text, host) };
}

/** A file of a Helm chart: below `templates/` beside a Chart.yaml; where files cannot be looked at, its braces tell. */
function isTemplate(uri: string, languageId: string, text: string, host: ServerHost): boolean {
  if (languageId === 'helm') return true;
  const at = uri.lastIndexOf('/templates/');
  return at >= 0 && (host.fileExists(`${uri.slice(0, at)}/Chart.yaml`) ?? text.includes('{{'));
}

const kustomizations = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];
const maxParents = 8;

/** A text without a selector and without images, below a folder that kustomize builds. */
function isPatch(uri: string, text: string, host: ServerHost): boolean {
  if (!text.includes('DaemonSet') || /^\s*["']?(selector|image)["']?\s*:/m.test(text)) return plainFile.patch;
  let folder = uri;
  for (let up = 0; up < maxParents; up++) {
    const at = folder.lastIndexOf('/');
    if (at <= 'file://'.length) return false;
    folder = folder.slice(0, at);
    if (kustomizations.some(name => host.fileExists(`${folder}/${name}`) === true)) return true;
  }
  return false;
}
