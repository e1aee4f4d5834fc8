import * as vscode from 'vscode';
import { assertNever } from '../../../core/base/assert.ts';
import { clusterSender } from '../../../core/protocol/clusterOnce.ts';
import type { LiveUpdate } from '../../../core/protocol/live.ts';
import { type ExportFormat, type HostToPanel, type PanelToHost, scenarioIndex, worldIndex } from '../../../core/protocol/panel.ts';
import { guarded } from '../guard.ts';
import { type Attachment, attach as attachTo } from '../kubectl/attachment.ts';
import { followNothing } from '../kubectl/followNothing.ts';
import type { ServedWorld } from '../kubectl/servedWorld.ts';
import { type FollowedRollout, followRollout } from '../rollout/followRollout.ts';
import { followScenario } from '../rollout/followScenario.ts';
import type { Services } from '../rollout/services.ts';
import type { Target } from '../rollout/target.ts';
import { fromPanel } from './fromPanel.ts';
import { reveal, setFieldIn } from './manifestEdits.ts';
import { savePicture, saveReport } from './saveExport.ts';
import { saveScenario } from './saveScenario.ts';

/** One open panel with the DaemonSet that it shows. */
export interface RolloutPanel {
  readonly webview: vscode.WebviewPanel;
  readonly target: () => Target;
  /** Shows another DaemonSet from now on. */
  readonly show: (target: Target) => void;
  /** Makes a file of what the panel shows; a page that is not ready yet does it when it is. */
  readonly exportAs: (format: ExportFormat) => void;
  /** Compares with an earlier edit, by its number in the page; null: with the baseline that holds for the manifest. */
  readonly compareWith: (earlier: number | null) => void;
  /** Whether it stays with its DaemonSet when another editor becomes the active one. */
  readonly isPinned: () => boolean;
  /** Shows a served world, beside following the manifest: until the person leaves it. */
  readonly attach: (world: ServedWorld, daemonSet: LiveUpdate['daemonSet']) => void;
  readonly pin: (pinned: boolean) => void;
}

/** Joins a webview and the DaemonSet that it follows. Messages wait until the page is ready and on screen, and only the newest one is sent. */
export function createRolloutPanel(services: Services, webview: vscode.WebviewPanel, first: Target): RolloutPanel {
  let ready = false;
  let pinned = false;
  let name = '';
  const exports: ExportFormat[] = [];
  let sent: HostToPanel | null = null;
  let onWire = clusterSender();
  let attached: Attachment | null = null;

  const entitle = (): void => {
    const title = name === '' ? vscode.l10n.t('Rollout') : vscode.l10n.t('Rollout: {0}', name);
    webview.title = pinned ? `[${title}]` : title;
  };

  const post = (message: HostToPanel): void => void webview.webview.postMessage(message);
  const send = (from: FollowedRollout): void => {
    const message = from.message();
    if (from !== followed || message === null) return;
    if (message.type === 'subject' || message.type === 'scenario') {
      name = message.type === 'subject' ? message.subject.name : (message.source.label.split('/').at(-1) ?? '');
      entitle();
    }
    if (!ready || !webview.visible || message === sent) return;
    sent = message;
    void webview.webview.postMessage(message.type === 'subject' ? { ...message, subject: onWire(message.subject) } : message);
  };
  const page = { post: (live: LiveUpdate): void => post({ type: 'live', live }), listens: () => ready && webview.visible };
  const detach = (): void => {
    attached?.dispose();
    attached = null;
  };
  /** Back to what is followed, which the page has not kept; a panel that follows nothing has nothing more to show. */
  const leave = (): void => {
    detach();
    sent = null;
    if (followed.target().index === worldIndex) webview.dispose();
    else send(followed);
  };
  const flush = (): void => {
    if (!ready) return;
    for (const as of exports.splice(0)) post({ type: 'export', as });
  };

  const follow = (target: Target): FollowedRollout => followerOf(target)(services, target, send);
  let followed = follow(first);

  const hear = guarded(services.output, 'a message of the panel', async (raw: unknown) => {
    const message = fromPanel(raw);
    if (message === null) return services.output.warn(`The panel sent something unknown: ${JSON.stringify(raw)?.slice(0, 200)}`);
    if (message.type === 'ready') {
      ready = true;
      sent = null;
      onWire = clusterSender();
      send(followed);
      attached?.beginAnew();
      flush();
    } else if (message.type === 'act') attached?.world.act(message.actions);
    else if (message.type === 'worldSpeed') attached?.world.setSpeed(message.speed);
    else if (message.type === 'detach') leave();
    else await act(message, followed.target(), services);
  });

  webview.webview.onDidReceiveMessage(hear);
  webview.onDidChangeViewState(() => {
    send(followed);
    attached?.send();
  });
  webview.onDidDispose(() => {
    followed.dispose();
    detach();
  });
  return {
    webview,
    target: () => followed.target(),
    show: target => {
      followed.dispose();
      followed = follow(target);
    },
    exportAs: format => {
      exports.push(format);
      flush();
    },
    compareWith: earlier => post({ type: 'baseline', earlier }),
    attach: (world, daemonSet) => {
      detach();
      attached = attachTo(world, daemonSet, page);
      attached.send();
      if (daemonSet === null && name === '') webview.title = vscode.l10n.t('Simulated cluster');
    },
    isPinned: () => pinned,
    pin: wanted => {
      pinned = wanted;
      entitle();
    },
  };
}

/** A panel of a served world alone follows no file. */
function followerOf({ index }: Target): typeof followRollout {
  if (index === worldIndex) return followNothing;
  return index === scenarioIndex ? followScenario : followRollout;
}

/** Does what the panel asks for. */
async function act(
  message: Exclude<PanelToHost, { type: 'ready' | 'act' | 'worldSpeed' | 'detach' }>,
  target: Target,
  services: Services,
): Promise<void> {
  const uri = vscode.Uri.parse(target.uri);
  switch (message.type) {
    case 'reveal':
      return reveal(uri, message.range);
    case 'command':
      return void (await vscode.commands.executeCommand(`daemonscope.${message.command}`, target));
    case 'chooseBaseline':
      return void (await vscode.commands.executeCommand('daemonscope.chooseBaseline', target, message.earlier, message.since));
    case 'copy':
      return vscode.env.clipboard.writeText(message.text);
    case 'saveScenario':
      return saveScenario(uri, message.text);
    case 'savePicture':
      return void savePicture(uri, message.format, message.bytes);
    case 'saveReport':
      return saveReport(uri, message.text);
    case 'setField':
      return setFieldIn(services, target, { path: message.path, json: message.json, version: message.version });
    case 'state':
      return;
    case 'failure':
      return services.output.error(`The panel failed: ${message.message}`);
    default:
      return assertNever(message);
  }
}
