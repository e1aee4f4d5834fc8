import { html, type TemplateResult } from 'lit';
import type { DaemonSetName } from '../../../core/forecast/subject.ts';
import type { NodeDetails } from '../../../core/presentation/nodeDetails.ts';
import type { PodTarget, ScenarioAction } from '../../../core/simulation/scenario.ts';
import type { Dispatch } from '../state/message.ts';
import { words } from '../words/words.ts';
import { icon } from './icon.ts';

interface NodeAction {
  readonly id: string;
  readonly symbol: string;
  readonly label: string;
  readonly action: ScenarioAction;
  readonly disabled: boolean;
}

/** What one can do to a node and its pod at the playhead. */
export function nodeActionsView(details: NodeDetails, daemonSet: DaemonSetName, dispatch: Dispatch): TemplateResult {
  return html`<div class="actions">${usual(details, podOf(details, daemonSet)).map(action => buttonView(action, dispatch))}</div>`;
}

/** What one does more rarely, behind dots. */
export function moreActionsView(details: NodeDetails, daemonSet: DaemonSetName, dispatch: Dispatch): TemplateResult {
  return html`<details class="more-actions" @click=${closeAfterChoice} @focusout=${closeWhenLeft}>
    <summary class="icon" title=${words.moreActions} aria-label=${words.moreActions} data-testid="more-actions">${icon('ellipsis')}</summary>
    <div class="menu">${rare(details, podOf(details, daemonSet)).map(action => buttonView(action, dispatch))}</div>
  </details>`;
}

function podOf({ node }: NodeDetails, { namespace, name }: DaemonSetName): PodTarget {
  return { namespace, daemonSet: name, node };
}

function buttonView({ id, symbol, label, action, disabled }: NodeAction, dispatch: Dispatch): TemplateResult {
  return html`<button class="action" data-testid="action-${id}" ?disabled=${disabled} @click=${(): void => dispatch({ type: 'act', action })}>
    ${icon(symbol)} ${label}
  </button>`;
}

function usual({ node, pod: name, cordoned, down }: NodeDetails, pod: PodTarget): readonly NodeAction[] {
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

function rare({ node, pod: name }: NodeDetails, pod: PodTarget): readonly NodeAction[] {
  const { actions } = words;
  const disabled = name === '';
  return [
    { id: 'crash-pod', symbol: 'flame', label: actions.crashPod, action: { do: 'crashPod', pod }, disabled },
    { id: 'evict-pod', symbol: 'sign-out', label: actions.evictPod, action: { do: 'evictPod', pod }, disabled },
    { id: 'force-delete-pod', symbol: 'zap', label: actions.forceDeletePod, action: { do: 'deletePod', pod, force: true }, disabled },
    { id: 'taint', symbol: 'tag', label: actions.taint, action: { do: 'taint', node, taint: maintenance }, disabled: false },
    { id: 'reject-pods', symbol: 'lock', label: actions.rejectPods, action: { do: 'rejectPods', node }, disabled: false },
    { id: 'accept-pods', symbol: 'unlock', label: actions.acceptPods, action: { do: 'acceptPods', node }, disabled: false },
  ];
}

function closeAfterChoice({ currentTarget, target }: Event): void {
  if (currentTarget instanceof HTMLDetailsElement && target instanceof Element && target.closest('.menu') !== null)
    currentTarget.open = false;
}

function closeWhenLeft({ currentTarget, relatedTarget }: FocusEvent): void {
  if (currentTarget instanceof HTMLDetailsElement && !(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)))
    currentTarget.open = false;
}
