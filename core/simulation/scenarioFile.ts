/**
 * Scenario files: `apiVersion: daemonscope.dev/v1alpha1`, `kind: Scenario`. A host parses the text to JSON, looks which files it names
 * ({@link referencedFiles}), and has it read ({@link readScenarioFile}) with those files at hand; problems carry their path in the file's JSON.
 */

export { type EventOfJson, eventOfJson } from './scenarioFile/eventOfJson.ts';
export { knownNodes } from './scenarioFile/knownNodes.ts';
export type { Origin, Origins } from './scenarioFile/origins.ts';
export { inFile } from './scenarioFile/origins.ts';
export type { LoadedFile, LoadFile } from './scenarioFile/reading.ts';
export { checkScenarioFile, type ReadScenarioFile, readScenarioFile, type ScenarioFile } from './scenarioFile/readScenarioFile.ts';
export { isScenarioFile, referencedFiles } from './scenarioFile/referencedFiles.ts';
export { savedScenario } from './scenarioFile/savedScenario.ts';
export { scenarioApiVersion, scenarioKind, scenarioShape } from './scenarioFile/scenarioShape.ts';
export { type Field, nameOfShape, type Shape, type Word } from './scenarioFile/shape.ts';
export { fieldsAt, type ShapeAt, shapeAt } from './scenarioFile/shapeAt.ts';
export { type FileParts, writeScenarioFile } from './scenarioFile/writeScenarioFile.ts';
