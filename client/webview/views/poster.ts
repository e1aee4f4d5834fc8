import { groupNodes } from '../painting/nodeGroups.ts';
import { labelsOf } from '../painting/nodeLabels.ts';
import { nodeTints } from '../painting/nodeTints.ts';
import type { Poster } from '../painting/poster.ts';
import type { Picture } from '../simulation/picture.ts';
import { endOf, type PanelState, playhead, shownSubject, tilesOf } from '../state/state.ts';
import { words } from '../words/words.ts';
import { timeText } from './timeText.ts';

/** Fewer nodes have lanes of their own, more would make a file that no pull request takes. */
const [leastForMap, mostForMap] = [21, 5_000];

/** What an exported picture says; null: there is nothing to show yet. */
export function posterOf(state: PanelState): Poster | null {
  const { picture, compared } = state;
  const subject = shownSubject(state);
  if (subject === null || picture === null) return null;
  const { sentence, edit } = picture;
  const own = { label: compared === null ? '' : edit.strategy, picture };
  const other =
    compared?.picture === undefined || compared.picture === null ? [] : [{ label: compared.strategy, picture: compared.picture }];
  return {
    title: `${subject.namespace}/${subject.name}`,
    about: [
      edit.kind,
      `${words.baseline} ${subject.baseline.label}`,
      `${words.cluster} ${words.clusterName(subject.cluster.name)}`,
      `${words.kubernetes} ${subject.kubernetesVersion}`,
    ].join(' · '),
    lead: sentence.lead,
    sentence: sentence.parts.map(({ text }) => text).join(''),
    tiles: tilesOf(state),
    charts: [own, ...other],
    end: endOf(state),
    legend: words.states,
    map: mapOf(state, picture),
    footer: `Daemonscope · ${words.seed} ${subject.seed}${state.hash === '' ? '' : ` · ${state.hash}`}`,
  };
}

function mapOf(state: PanelState, picture: Picture): Poster['map'] {
  if (picture.nodes.length < leastForMap || picture.nodes.length > mostForMap || state.subject === null) return null;
  const titles = { none: words.allNodes, unlabelled: words.noLabel };
  const groups = groupNodes(picture.nodes, state.grouping, '', titles, labelsOf(state.subject.cluster));
  const label = `${words.nodes} ${words.at(timeText(playhead(state)))}`;
  return { label, groups, cells: { picture, at: playhead(state), tint: nodeTints(state, picture).of } };
}
