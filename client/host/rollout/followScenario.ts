import * as vscode from 'vscode';
import type { HostToPanel } from '../../../core/protocol/panel.ts';
import { guarded } from '../guard.ts';
import { watchFiles } from '../watchFiles.ts';
import type { FollowedRollout } from './followRollout.ts';
import { latest } from './latest.ts';
import { readScenario } from './readScenario.ts';
import type { Services } from './services.ts';
import type { Target } from './target.ts';

/** Follows a scenario file: with every keystroke in it, and whenever it or a file that it names is another one, whoever wrote it. */
export function followScenario(services: Services, target: Target, changed: (followed: FollowedRollout) => void): FollowedRollout {
  const uri = vscode.Uri.parse(target.uri);
  const reading = latest();
  let message: HostToPanel | null = null;
  let version = 0;
  const read = guarded(services.output, 'reading a scenario file', () =>
    reading.run(
      () => readScenario(uri, ++version, services, files.watch),
      found => {
        message = found;
        changed(followed);
      },
    ),
  );
  const own = watchFiles(() => void read());
  const files = watchFiles(() => void read());
  own.watch([uri]);
  const listening = vscode.Disposable.from(own, files);
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
