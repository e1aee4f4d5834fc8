import type { JsonValue } from '../base/json.ts';
import type { LoadedFile } from '../simulation/scenarioFile/reading.ts';

export type { LoadedFile } from '../simulation/scenarioFile/reading.ts';
/** What a host needs to fetch the files that a scenario names; the panel reads the scenario itself. */
export { isScenarioFile, referencedFiles } from '../simulation/scenarioFile/referencedFiles.ts';

/** A scenario file with the files that it names, parsed and not judged. */
export interface ScenarioSource {
  readonly uri: string;
  /** What a person calls the file. */
  readonly label: string;
  readonly version: number;
  readonly json: JsonValue;
  /** On which line (from 0) each key and list item stands, by its path: `events[2].do`. */
  readonly lines: Readonly<Record<string, number>>;
  /** By their paths as the scenario writes them. */
  readonly files: Readonly<Record<string, LoadedFile>>;
}
