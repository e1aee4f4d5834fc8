import path from 'node:path';
import type { ScenarioProblem } from '../../core/simulation/problem.ts';
import { inFile, type LoadedFile, readScenarioFile, type ScenarioFile } from '../../core/simulation/scenarioFile.ts';
import { positionAt } from '../../server/analysis/document/lineIndex.ts';
import { spanOfProblem } from '../../server/analysis/document/spanOfProblem.ts';
import { readValue } from '../../server/analysis/document/value.ts';
import { readYamlDocument, type YamlDocument } from '../../server/analysis/document/yamlDocument.ts';
import { WrongUse } from '../wrongUse.ts';
import { readObjects } from './readObjects.ts';
import { readText } from './readText.ts';

/** A scenario file, read, and how to tell what the simulation finds wrong with it: `scenario.yaml:12:9: …`. */
export interface ScenarioInput {
  readonly file: ScenarioFile;
  readonly tell: (problem: ScenarioProblem) => string;
}

/** Reads a scenario file (`-`: standard input) and the files it names, relative to its folder. */
export function readScenario(file: string): ScenarioInput {
  const document = readYamlDocument(readText(file), { template: false });
  const [first] = document.problems;
  if (first !== undefined) throw new WrongUse(placed(file, document, first.span.start, first.message));
  const { value, problems } = readValue(document.root);
  if (problems.length > 0) throw new WrongUse(problems.map(one => placed(file, document, one.span.start, one.message)).join('\n'));
  const tell = (problem: ScenarioProblem): string => placed(file, document, spanOfProblem(document, problem).start, problem.message);
  const read = readScenarioFile(value, relative => load(path.join(path.dirname(file), relative)));
  if (!read.ok) throw new WrongUse(read.problems.map(tell).join('\n'));
  return { file: read.file, tell: problem => tell(inFile(read.file.origins, problem)) };
}

function placed(file: string, document: YamlDocument, offset: number, message: string): string {
  const { line, character } = positionAt(document.lines, offset);
  return `${file}:${line + 1}:${character + 1}: ${message}`;
}

function load(file: string): LoadedFile {
  try {
    return { ok: true, objects: readObjects(file) };
  } catch (error) {
    if (error instanceof WrongUse) return { ok: false, message: error.message };
    throw error;
  }
}
