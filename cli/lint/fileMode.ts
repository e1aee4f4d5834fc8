import fs from 'node:fs';
import path from 'node:path';
import type { FileMode } from '../../server/analysis/settings.ts';

const kustomizations = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];
const maxParents = 8;

/** How a file is to be read: as the editor reads it, by what lies around it. */
export function fileModeOf(file: string, text: string): FileMode {
  return { template: isTemplate(file), patch: isPatch(file, text) };
}

function isTemplate(file: string): boolean {
  const parts = path.resolve(file).split(path.sep);
  const at = parts.lastIndexOf('templates');
  return at > 0 && fs.existsSync([...parts.slice(0, at), 'Chart.yaml'].join(path.sep));
}

/** A text without a selector and without images, below a folder that kustomize builds. */
function isPatch(file: string, text: string): boolean {
  if (file === '-' || /^\s*["']?(selector|image)["']?\s*:/m.test(text)) return false;
  let folder = path.dirname(path.resolve(file));
  for (let up = 0; up < maxParents && folder !== path.dirname(folder); up++) {
    if (kustomizations.some(name => fs.existsSync(path.join(folder, name)))) return true;
    folder = path.dirname(folder);
  }
  return false;
}
