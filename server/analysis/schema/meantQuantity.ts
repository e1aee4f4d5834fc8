/** The quantity that a slip most likely means: `128MB` is 128Mi, `100 m` is 100m, `1gb` is 1Gi; null when it is no such slip. */
export function meantQuantity(written: string): string | null {
  const parts = /^\s*(\d+(?:\.\d+)?)\s*([a-zA-Z]*)\s*$/.exec(written);
  if (parts === null) return null;
  const [, number = '', unit = ''] = parts;
  const binary = /^([kmgtpe])(?:i?b|i)$/i.exec(unit);
  if (binary !== null) return `${number}${(binary[1] ?? '').toUpperCase()}i`;
  if (/^(?:m|Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)?$/.test(unit)) return `${number}${unit}`;
  return /^[gtp]$/.test(unit) ? `${number}${unit.toUpperCase()}i` : null;
}
