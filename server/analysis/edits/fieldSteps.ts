/**
 * The steps of a field path as the panel has it: `spec.template.spec.containers[0].image`, `spec.template.spec.nodeSelector[disk/type]`.
 * Null: no path. An index is a step of digits; whether it is one, the text at that place says.
 */
export function fieldSteps(path: string): readonly string[] | null {
  const steps: string[] = [];
  for (let rest = path; rest !== ''; ) {
    const match = /^(?:\.?([^.[\]]+)|\[([^\]]+)\])/.exec(rest);
    const step = match?.[1] ?? match?.[2];
    if (match === null || step === undefined) return null;
    steps.push(step);
    rest = rest.slice(match[0].length);
  }
  return steps.length === 0 ? null : steps;
}
