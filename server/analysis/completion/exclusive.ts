/** Objects that take one of several fields: one of these only, or one of all but these. */
const oneOf: { readonly [type: string]: { readonly only: readonly string[] } | { readonly allBut: readonly string[] } } = {
  Volume: { allBut: ['name'] },
  VolumeProjection: { allBut: [] },
  EnvVar: { only: ['value', 'valueFrom'] },
  EnvVarSource: { allBut: [] },
  EnvFromSource: { only: ['configMapRef', 'secretRef'] },
  Probe: { only: ['httpGet', 'exec', 'tcpSocket', 'grpc'] },
  LifecycleHandler: { allBut: [] },
};

/** Whether an object cannot have a field because of one that it has already: a volume has one source, a probe one way to probe. */
export function isRuledOut(type: string, field: string, present: readonly string[]): boolean {
  const group = Object.hasOwn(oneOf, type) ? oneOf[type] : undefined;
  if (group === undefined) return false;
  const isIn = (name: string): boolean => ('only' in group ? group.only.includes(name) : !group.allBut.includes(name));
  return isIn(field) && present.some(name => name !== field && isIn(name));
}
