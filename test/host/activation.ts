import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../kit/eventually.ts';
import { canSeeProcesses, serverProcesses } from '../kit/processes.ts';
import { closeAll, extension, openExample, openText } from './window.ts';

export function activation(): void {
  describe('activation', () => {
    after(closeAll);

    it('waits for a YAML document, a command, its panel, or the end of the start, which a manifest in JSON needs', async () => {
      // Not for JSON itself: VS Code opens JSON documents behind the scenes, with every window, and wakes all who wait for that in one go.
      const events: readonly string[] = extension().packageJSON.activationEvents;
      assert.deepEqual(
        events.filter(event => !/^on(Language:(yaml|helm)$|StartupFinished$|WebviewPanel:|Command:)/.test(event)),
        [],
      );
    });

    it('runs no server for a text that is neither YAML nor JSON', async () => {
      await openExample('README.md');
      if (extension().isActive) assert.equal(extension().exports.serverState(), 'stopped');
      if (canSeeProcesses) assert.deepEqual(serverProcesses(process.pid), []);
    });

    it('runs no server for YAML without the word DaemonSet', async () => {
      await openText('yaml', 'kind: Deployment\n');
      await eventually('the extension is active', () => extension().isActive, true);
      assert.equal(extension().exports.serverState(), 'stopped');
      if (canSeeProcesses) assert.deepEqual(serverProcesses(process.pid), []);
    });

    it('starts one server for a DaemonSet', async () => {
      await openExample('tutorial/fluentd-elasticsearch.yaml');
      await eventually('the server runs', () => extension().exports.serverState(), 'running');
      if (canSeeProcesses) assert.equal(serverProcesses(process.pid).length, 1);
    });

    it('keeps that one server for more of them', async () => {
      await openExample('node-exporter/node-exporter.yaml');
      assert.equal(extension().exports.serverState(), 'running');
      if (canSeeProcesses) assert.equal(serverProcesses(process.pid).length, 1);
    });

    it('offers its commands', async () => {
      const offered = await vscode.commands.getCommands(true);
      const contributed: { readonly command: string }[] = extension().packageJSON.contributes.commands;
      assert.deepEqual(
        contributed.map(one => one.command).filter(command => !offered.includes(command)),
        [],
      );
    });
  });
}
