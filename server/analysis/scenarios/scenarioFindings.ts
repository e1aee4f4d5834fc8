import { checkScenarioFile } from '../../../core/simulation/scenarioFile.ts';
import { overlapsHole, syntaxFindings, valueFindings } from '../diagnostics/syntax.ts';
import { spanOfProblem } from '../document/spanOfProblem.ts';
import type { YamlDocument } from '../document/yamlDocument.ts';
import { type Finding, finding } from '../finding.ts';
import type { ScenarioText } from './scenarioText.ts';

/** What is wrong with a scenario file: what `daemonscope simulate --scenario` would refuse of it, but for the files it names. */
export function scenarioFindings(document: YamlDocument, scenario: ScenarioText): readonly Finding[] {
  const written = [...syntaxFindings(document), ...valueFindings(document, scenario.problems)];
  if (document.problems.some(problem => problem.shakes)) return written;
  const marked = new Set(written.map(one => one.span.start));
  const judged = checkScenarioFile(scenario.value)
    .map(problem => ({ problem, span: spanOfProblem(document, problem) }))
    .filter(({ span }) => !marked.has(span.start) && !overlapsHole(document, span))
    .map(({ problem, span }) =>
      finding({ rule: 'scenario', severity: 'error', span, message: sentence(problem.message), path: problem.path.join('.') }),
    );
  return [...written, ...judged].sort((a, b) => a.span.start - b.span.start);
}

/** Problems are written to follow a place; here they stand alone. */
function sentence(message: string): string {
  return message.charAt(0).toUpperCase() + message.slice(1);
}
