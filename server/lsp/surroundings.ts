import { isJsonObject, type JsonObject, type JsonValue } from '../../core/base/json.ts';
import { nameOf } from '../../core/forecast/subject.ts';
import type { Node } from '../../core/kubernetes/objects/node.ts';
import { readNode } from '../../core/kubernetes/objects/readNode.ts';
import { type SurroundingsParams, surroundingsNotification } from '../../core/protocol/lsp.ts';
import { clusterOf } from '../../core/simulation/clusterOf.ts';
import type { Cluster } from '../../core/simulation/scenario.ts';
import { isDaemonSet } from '../analysis/document/daemonSets.ts';
import { nothingAround, type Surroundings } from '../analysis/settings.ts';
import { mostForecastNodes } from './lensForecast.ts';
import { lookAnew } from './lookAnew.ts';
import type { Publisher } from './publishing.ts';
import type { Session } from './session.ts';

/** Takes what the client knows of the world around a document, and looks at the document anew. */
export function followSurroundings(session: Session, publisher: Publisher): void {
  session.connection.onNotification(surroundingsNotification, (params: SurroundingsParams) => {
    session.around.set(
      params.uri,
      session.guard('surroundings', nothingAround, () => readSurroundings(session, params)),
    );
    const file = session.files.get(params.uri);
    if (file !== undefined) lookAnew(session, publisher, [file]);
  });
}

/** What cannot be simulated can be looked at all the same. */
function readSurroundings(session: Session, params: SurroundingsParams): Surroundings {
  const { baseline, nodes } = params;
  const cluster = session.guard('cluster', null, () => clusterFor(params));
  return { baselines: byName(baseline), nodes: nodes === null ? null : readNodes(nodes), cluster };
}

/** As long as it is small enough for a forecast with every edit. */
function clusterFor({ nodes, beside = [] }: SurroundingsParams): Cluster | null {
  if (nodes === null || nodes.length === 0 || nodes.length > mostForecastNodes) return null;
  const made = clusterOf('', [...nodes, ...beside]);
  return made.ok ? made.cluster : null;
}

function byName(objects: readonly JsonValue[]): ReadonlyMap<string, JsonObject> {
  return new Map(
    objects.filter(isDaemonSet).map(one => {
      const { namespace, name } = nameOf(one);
      return [`${namespace}/${name}`, one];
    }),
  );
}

/** A node that cannot be read is left out here; the panel says what is wrong with it. */
function readNodes(nodes: readonly JsonValue[]): readonly Node[] {
  return nodes.filter(isJsonObject).flatMap(node => {
    const read = readNode(node);
    return read.ok ? [read.value] : [];
  });
}
