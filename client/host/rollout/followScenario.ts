import * as vscode from 'vscode';
import type { HostToPanel } from '../../../core/protocol/panel.ts';
import { guarded } from '../guard.ts';
import type { FollowedRollout } from './followRollout.ts';
import { latest } from './latest.ts';
import { readScenario } from './readScenario.ts';
import type { Services } from './services.ts';
import type { Target } from './target.ts';

/** Follows a scenario file: with every keystroke in it, and whenever a file is saved that it may name. */
export function followScenario(services: Services, target: Target, changed: (followed: FollowedRollout) => void): FollowedRollout {
  const uri = vscode.Uri.parse(target.uri);
  const reading = latest();
  let message: HostToPanel | null = null;
  let version = 0;
  const read = guarded(services.output, 'reading a scenario file', () =>
    reading.run(
      () => readScenario(uri, ++version, services.parse),
      found => {
        message = found;
        changed(followed);
      },
    ),
  );
  const listening = vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.toString() === target.uri) void read();
    }),
    vscode.workspace.onDidSaveTextDocument(({ uri: saved }) => {
      if (saved.toString() !== target.uri) void read();
    }),
  );
  const followed: FollowedRollout = {
    target: () => target,
    message: () => message,
    dispose: () => {
      reading.close();
      listening.dispose();
    },
  };
  void read();
  return followed;
}
