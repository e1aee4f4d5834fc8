import { formatPath, jsonPathOf } from '../../../core/kubernetes/fieldError.ts';
import type { Warning } from '../../../core/kubernetes/judge.ts';
import type { DaemonSetText } from '../document/daemonSets.ts';
import { locate, spanOfPlace } from '../document/locate.ts';
import type { YamlDocument } from '../document/yamlDocument.ts';
import { type Finding, finding } from '../finding.ts';
import { overlapsHole } from './syntax.ts';

/** What the API server would say in a `Warning:` header although it takes the manifest. */
export function warningFindings(document: YamlDocument, daemonSet: DaemonSetText, warnings: readonly Warning[]): readonly Finding[] {
  return warnings
    .map(warning =>
      finding({
        rule: 'api-warning',
        severity: 'warning',
        span: spanOfPlace(locate(daemonSet.node, jsonPathOf(warning.path))),
        message: warning.message,
        path: formatPath(warning.path),
      }),
    )
    .filter(one => !overlapsHole(document, one.span));
}
