import { html, type TemplateResult } from 'lit';
import type { DaemonSetName } from '../../../core/forecast/subject.ts';
import type { NodeDetails } from '../../../core/presentation/nodeDetails.ts';
import type { PodTarget } from '../../../core/simulation/scenario.ts';
import type { Dispatch } from '../state/message.ts';
import { words } from '../words/words.ts';
import { actionMenuView, actionView, type OfferedAction } from './actionMenu.ts';

/** What one can do to a node and its pod at the playhead. */
export function nodeActionsView(details: NodeDetails, daemonSet: DaemonSetName, dispatch: Dispatch): TemplateResult {
  return html`<div class="actions">${usual(details, podOf(details, daemonSet)).map(action => actionView(action, dispatch))}</div>`;
}

/** What one does more rarely, behind dots. */
export function moreActionsView(details: NodeDetails, daemonSet: DaemonSetName, dispatch: Dispatch): TemplateResult {
  return actionMenuView('ellipsis', words.moreActions, 'more-actions', rare(details, podOf(details, daemonSet)), dispatch);
}

function podOf({ node }: NodeDetails, { namespace, name }: DaemonSetName): PodTarget {
  return { namespace, daemonSet: name, node };
}

function usual({ node, pod: name, cordoned, down }: NodeDetails, pod: PodTarget): readonly OfferedAction[] {
  const { actions } = words;
  return [
    { id: 'delete-pod', symbol: 'trash', label: actions.deletePod, action: { do: 'deletePod', pod, force: false }, disabled: name === '' },
    cordoned
      ? { id: 'uncordon', symbol: 'circle-large-outline', label: actions.uncordon, action: { do: 'uncordon', node }, disabled: false }
      : { id: 'cordon', symbol: 'circle-slash', label: actions.cordon, action: { do: 'cordon', node }, disabled: false },
    down
      ? { id: 'node-up', symbol: 'debug-connected', label: actions.nodeUp, action: { do: 'nodeUp', node }, disabled: false }
      : { id: 'node-down', symbol: 'debug-disconnect', label: actions.nodeDown, action: { do: 'nodeDown', node }, disabled: false },
    { id: 'remove-node', symbol: 'remove', label: actions.removeNode, action: { do: 'removeNode', node }, disabled: false },
  ];
}

const maintenance = { key: 'example.com/maintenance', value: '', effect: 'NoExecute' } as const;

function rare({ node, pod: name }: NodeDetails, pod: PodTarget): readonly OfferedAction[] {
  const { actions } = words;
  const disabled = name === '';
  return [
    { id: 'crash-pod', symbol: 'flame', label: actions.crashPod, action: { do: 'crashPod', pod }, disabled },
    { id: 'evict-pod', symbol: 'sign-out', label: actions.evictPod, action: { do: 'evictPod', pod }, disabled },
    { id: 'force-delete-pod', symbol: 'zap', label: actions.forceDeletePod, action: { do: 'deletePod', pod, force: true }, disabled },
    { id: 'drain', symbol: 'arrow-swap', label: actions.drain, action: { do: 'drain', node }, disabled: false },
    {
      id: 'disk-pressure',
      symbol: 'database',
      label: actions.diskPressure,
      action: { do: 'pressure', node, resource: 'disk' },
      disabled: false,
    },
    { id: 'relieve', symbol: 'heart', label: actions.relieve, action: { do: 'relieve', node }, disabled: false },
    { id: 'shutdown', symbol: 'debug-stop', label: actions.shutdown, action: { do: 'shutdown', node }, disabled: false },
    { id: 'taint', symbol: 'tag', label: actions.taint, action: { do: 'taint', node, taint: maintenance }, disabled: false },
    { id: 'reject-pods', symbol: 'lock', label: actions.rejectPods, action: { do: 'rejectPods', node }, disabled: false },
    { id: 'accept-pods', symbol: 'unlock', label: actions.acceptPods, action: { do: 'acceptPods', node }, disabled: false },
  ];
}
