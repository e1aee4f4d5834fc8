import type { ScenarioProblem } from '../../../core/simulation/problem.ts';

const most = 3;

/** What is wrong with a scenario, and where: `cluster.nodes[0].metadata.name: must be a string`. */
export function refusalText(problems: readonly ScenarioProblem[]): string {
  const said = problems.slice(0, most).map(({ path, message }) => (path.length === 0 ? message : `${pathText(path)}: ${message}`));
  return problems.length > most ? `${said.join('; ')}; …` : said.join('; ');
}

/** A place as people write it: `cluster.nodes[0].metadata.name`. */
export function pathText(path: ScenarioProblem['path']): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');
}
