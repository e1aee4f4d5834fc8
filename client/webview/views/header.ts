import { html, nothing, type TemplateResult } from 'lit';
import { type PanelToHost, type Subject, scenarioIndex } from '../../../core/protocol/panel.ts';
import { canOpenTerminal } from '../canOpenTerminal.ts';
import type { Dispatch } from '../state/message.ts';
import { words } from '../words/words.ts';
import { icon } from './icon.ts';

type Command = Extract<PanelToHost, { type: 'command' }>['command'];

/** What is looked at: the DaemonSet, what it is compared with, and on which cluster of which version. */
export function headerView(subject: Subject, dispatch: Dispatch): TemplateResult {
  return html`
    <header class="header">
      <div class="title">
        ${icon('server-process')}
        <h1 data-testid="name">${subject.name}</h1>
        <span class="dim" data-testid="namespace">${subject.namespace}</span>
      </div>
      <div class="picks">
        ${subject.index === scenarioIndex ? factsView(subject) : picksView(subject, dispatch)}
        ${canOpenTerminal ? terminalView(dispatch) : nothing}
      </div>
    </header>
  `;
}

/** Something that cannot be simulated yet is looked at: of it only the name is known. */
export function otherHeaderView(name: string): TemplateResult {
  return html`
    <header class="header">
      <div class="title">${icon('server-process')}<h1 data-testid="name">${name}</h1></div>
    </header>
  `;
}

function picksView(subject: Subject, dispatch: Dispatch): TemplateResult {
  return html`
        ${pick('chooseBaseline', words.baseline, subject.baseline.label, subject.baseline.note || words.chooseBaseline, () => dispatch({ type: 'chooseBaseline' }), subject.baseline.note !== '')}
        ${pick('chooseCluster', words.cluster, words.clusterName(subject.cluster.name), words.chooseCluster, run('chooseCluster', dispatch))}
        ${pick('chooseKubernetesVersion', words.kubernetes, subject.kubernetesVersion, words.chooseKubernetesVersion, run('chooseKubernetesVersion', dispatch))}
  `;
}

/** A scenario file says all of it. */
function factsView({ baseline, cluster, kubernetesVersion }: Subject): TemplateResult {
  return html`<span data-testid="scenario"><span class="dim">${words.baseline}</span> ${baseline.label} <span class="dim">· ${words.cluster}</span> ${words.clusterName(cluster.name)} <span class="dim">· ${words.kubernetes}</span> ${kubernetesVersion}</span>`;
}

/** kubectl on the cluster that is shown. */
function terminalView(dispatch: Dispatch): TemplateResult {
  return html`<button class="icon" data-testid="open-terminal" title=${words.openTerminal} aria-label=${words.openTerminal} @click=${run('openKubectlTerminal', dispatch)}>${icon('terminal')}</button>`;
}

function run(command: Command, dispatch: Dispatch): () => void {
  return () => dispatch({ type: 'toHost', message: { type: 'command', command } });
}

/** `noted`: the hint says something about the value that one should know. */
function pick(id: string, label: string, value: string, hint: string, choose: () => void, noted = false): TemplateResult {
  return html`<button class="pick" data-testid=${id} title=${hint} @click=${choose}>
    <span class="dim">${label}</span> <span class="value">${value}</span>${noted ? icon('info') : nothing}${icon('chevron-down')}
  </button>`;
}
