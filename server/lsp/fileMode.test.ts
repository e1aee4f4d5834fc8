import assert from 'node:assert/strict';
import { fileModeOf } from './fileMode.ts';
import type { ServerHost } from './host.ts';

/** A place with these files and no others. */
function hostWith(...files: string[]): ServerHost {
  return { defer: work => work(), fileExists: uri => files.includes(uri), readText: () => null, workspaceFiles: null };
}

/** A place where nobody can look. */
const blind: ServerHost = { defer: work => work(), fileExists: () => null, readText: () => null, workspaceFiles: null };
const patch = 'apiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n  name: agent\nspec:\n  minReadySeconds: 5\n';
const whole = `${patch}  selector:\n    matchLabels: {app: agent}\n`;

describe('how a file is to be read', () => {
  it('as a Helm template: by its language, or below templates/ of a chart', () => {
    assert.equal(fileModeOf('file:///c/templates/a/ds.yaml', 'yaml', whole, hostWith('file:///c/Chart.yaml')).template, true);
    assert.equal(fileModeOf('file:///c/templates/ds.yaml', 'yaml', whole, hostWith()).template, false);
    assert.equal(fileModeOf('file:///c/ds.yaml', 'yaml', whole, hostWith('file:///c/Chart.yaml')).template, false);
    assert.equal(fileModeOf('untitled:Untitled-1', 'helm', '', hostWith()).template, true);
    assert.equal(fileModeOf('vscode-vfs://github/c/templates/ds.yaml', 'yaml', 'name: {{ x }}', blind).template, true);
    assert.equal(fileModeOf('vscode-vfs://github/c/templates/ds.yaml', 'yaml', whole, blind).template, false);
  });

  it('as a patch: without selector and images, below a kustomization', () => {
    const host = hostWith('file:///k/kustomization.yaml');
    assert.equal(fileModeOf('file:///k/patches/ds.yaml', 'yaml', patch, host).patch, true);
    assert.equal(fileModeOf('file:///k/base/ds.yaml', 'yaml', whole, host).patch, false);
    assert.equal(fileModeOf('file:///other/ds.yaml', 'yaml', patch, host).patch, false);
    assert.equal(fileModeOf('untitled:Untitled-1', 'yaml', patch, host).patch, false);
    assert.equal(fileModeOf('file:///k/ds.yaml', 'yaml', 'kind: Deployment\n', host).patch, false);
    assert.equal(fileModeOf('vscode-vfs://github/k/ds.yaml', 'yaml', patch, blind).patch, false);
  });
});
