import type { JsonValue } from '../../../core/base/json.ts';
import { isScenarioFile } from '../../../core/simulation/scenarioFile.ts';
import { readValue, type ValueProblem } from '../document/value.ts';
import type { YamlDocument } from '../document/yamlDocument.ts';

/** Quick: whether a text can hold a scenario of ours. */
export function mayHoldScenario(text: string): boolean {
  return text.includes('daemonscope.dev/') && text.includes('Scenario');
}

/** A scenario as it stands in a YAML document. */
export interface ScenarioText {
  readonly value: JsonValue;
  readonly problems: readonly ValueProblem[];
}

/** The scenario that a document is; null: it is something else. */
export function scenarioIn(document: YamlDocument): ScenarioText | null {
  if (!mayHoldScenario(document.text)) return null;
  const { value, problems } = readValue(document.root);
  return isScenarioFile(value) ? { value, problems } : null;
}
