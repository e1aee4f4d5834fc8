import type { JsonValue } from '../../core/base/json.ts';
import type { ReportInput } from '../../core/presentation/report.ts';
import { plainText } from '../../core/presentation/words/say.ts';
import { type Timeline, traceHash } from '../../core/simulation/timeline.ts';

/** The stable form for programs: durations in milliseconds, null where there is none. A change that could break a reader raises `version`. */
export function forecastJson(report: ReportInput, timeline: Timeline, broken: readonly string[]): JsonValue {
  const { forecast, scenario, edit, sentence, spread, whatIfs } = report;
  return {
    version: 1,
    daemonSet: { namespace: forecast.subject.namespace, name: forecast.subject.name },
    cluster: scenario.cluster.name,
    kubernetes: scenario.kubernetesVersion,
    seed: scenario.seed,
    traceHash: traceHash(timeline),
    edit: { kind: edit.kind, strategy: edit.strategyText, fields: edit.fields.map(field => ({ ...field })) },
    outcome: { ...forecast.outcome },
    durationMs: forecast.duration,
    summary: `${sentence.lead} ${plainText(sentence.parts)}`.trim(),
    tone: sentence.tone,
    targetedNodes: forecast.targeted,
    updatedNodes: forecast.updated,
    nodesLeft: [...forecast.left],
    worst: { withoutPod: forecast.worst.without, of: forecast.worst.targeted, atMs: forecast.worst.at },
    zones: forecast.zones.map(zone => ({ zone: zone.zone, withoutPod: zone.without, nodes: zone.nodes })),
    pods: { ...forecast.actions },
    milestones: forecast.milestones.map(({ percent, at }) => ({ percent, atMs: at })),
    waiting: forecast.waiting.map(({ node, pod, reason }) => ({ node, pod, reason: reason.kind })),
    decisions: report.decisions.map(({ what, because, count, first, last, node }) => ({
      ...{ what, because: because.kind, count, firstMs: first, lastMs: last, node },
    })),
    spread: spread === null ? null : { ...spread },
    whatIf: whatIfs.map(row => ({
      strategy: row.strategy,
      time: row.time,
      durationMs: row.duration,
      worst: row.worst,
      obstacle: row.obstacle,
      now: row.now,
    })),
    limitsExceeded: [...broken],
  };
}
