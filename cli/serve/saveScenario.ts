import fs from 'node:fs';
import path from 'node:path';
import type { ApiServer } from '../../core/apiserver/state.ts';
import { yamlDocument } from '../../core/presentation/yamlDocument.ts';
import type { ScenarioEvent } from '../../core/simulation/scenario.ts';
import { savedScenario, writeScenarioFile } from '../../core/simulation/scenarioFile.ts';
import { WrongUse } from '../wrongUse.ts';

/** Tells before anything is served that what clients did could not be written there. */
export function mustBeWritable(file: string): void {
  try {
    fs.accessSync(path.dirname(path.resolve(file)), fs.constants.W_OK);
  } catch {
    throw new WrongUse(`--save-scenario ${file}: its folder is not there, or this user may not write there.`);
  }
}

/** Writes what has happened in a served world as a scenario file. `refused`: events that were not done; a scenario file with them would be found wrong. */
export function saveScenario(file: string, { run }: ApiServer, refused: ReadonlySet<ScenarioEvent>): void {
  const scenario = savedScenario({ ...run.world.scenario, events: run.events }, refused);
  fs.writeFileSync(file, yamlDocument(writeScenarioFile(scenario, { description: 'What clients did to a served cluster.' })));
}
