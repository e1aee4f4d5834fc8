import { at, type JsonObject, type JsonValue } from '../../../core/base/json.ts';
import { scaledValue } from '../../../core/kubernetes/intOrPercent.ts';
import type { Node } from '../../../core/kubernetes/objects/node.ts';
import type { Position } from '../../../core/protocol/lsp.ts';
import type { DaemonSetReport } from '../report.ts';
import { placedNodes } from '../rules/placedNodes.ts';

/** A few words behind a place of the text: what holds there without being written. */
export interface InlayHint {
  readonly position: Position;
  readonly text: string;
}

/** What percentages come to on the chosen cluster, and what holds where a field is left out. In lines of the report's document. */
export function inlayHintsOf(report: DaemonSetReport, nodes: readonly Node[] | null): readonly InlayHint[] {
  return [...percentages(report, nodes), ...defaults(report)];
}

const rolling = 'spec.updateStrategy.rollingUpdate';

/** Both limits are rounded up (updatedDesiredNodeCounts, daemon/update.go). */
function percentages(report: DaemonSetReport, nodes: readonly Node[] | null): readonly InlayHint[] {
  const placed = nodes === null ? null : placedNodes(report.object, nodes);
  if (placed === null) return [];
  const total = placed.filter(({ placement }) => placement.shouldRun).length;
  return ['maxUnavailable', 'maxSurge'].flatMap(field => {
    const value = valueAt(report.object, `${rolling}.${field}`);
    const count = typeof value === 'string' ? scaledValue(value, total, 'up') : null;
    return count === null ? [] : behind(report, `${rolling}.${field}`, `= ${count} of ${total} nodes`);
  });
}

/** A default is shown behind what it would be written below: the key, or the strategy's type. */
function defaults(report: DaemonSetReport): readonly InlayHint[] {
  const missing = (path: string): boolean => valueAt(report.object, path) === undefined;
  const hints: (readonly InlayHint[])[] = [];
  if (missing('spec.updateStrategy')) hints.push(behind(report, 'spec', 'updateStrategy: RollingUpdate, maxUnavailable: 1'));
  else if (valueAt(report.object, 'spec.updateStrategy.type') !== 'OnDelete' && missing(rolling))
    hints.push(behind(report, 'spec.updateStrategy.type', 'maxUnavailable: 1'));
  if (missing('spec.template.spec.terminationGracePeriodSeconds'))
    hints.push(behind(report, 'spec.template.spec', 'terminationGracePeriodSeconds: 30'));
  return hints.flat();
}

function valueAt(object: JsonObject, path: string): JsonValue | undefined {
  return at(object, ...path.split('.'));
}

/** Behind a scalar's value, or behind a key and its colon. */
function behind(report: DaemonSetReport, path: string, text: string): readonly InlayHint[] {
  const place = Object.hasOwn(report.places, path) ? report.places[path] : undefined;
  if (place === undefined) return [];
  const isKey = typeof valueAt(report.object, path) === 'object';
  return [{ position: { line: place.end.line, character: place.end.character + (isKey ? 1 : 0) }, text }];
}
