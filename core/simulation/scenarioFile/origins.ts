import type { ScenarioProblem } from '../problem.ts';

type Path = readonly (string | number)[];

/** Where a part of a scenario stands in its file: there itself, or in another file that is named there. */
export interface Origin {
  readonly path: Path;
  /** The other file; empty: it stands in the scenario file itself. */
  readonly file: string;
}

/** Which part of a scenario comes from where: `['baseline']`, `['events', 3]`, `['cluster', 'nodes', 0]`. */
export type Origins = ReadonlyMap<string, Origin>;

export function originKey(path: Path): string {
  return path.join('/');
}

/** A problem of a scenario as one of its file. What is wrong in another file is told at the place that names it. */
export function inFile(origins: Origins, problem: ScenarioProblem): ScenarioProblem {
  for (let length = problem.path.length; length > 0; length--) {
    const origin = origins.get(originKey(problem.path.slice(0, length)));
    if (origin === undefined) continue;
    const rest = problem.path.slice(length);
    if (origin.file === '') return { ...problem, path: [...origin.path, ...rest] };
    return { ...problem, path: origin.path, message: `${origin.file}: ${problem.message}` };
  }
  return problem;
}
