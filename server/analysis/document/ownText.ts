/** A text of its own: a slice would keep the whole file in memory. */
export function ownText(text: string): string {
  return JSON.parse(JSON.stringify(text));
}
