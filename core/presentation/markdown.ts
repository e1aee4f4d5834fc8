/** Text as itself in Markdown: nothing in it formats, links or is HTML. */
export function markdownText(text: string): string {
  return text.replaceAll(/[\r\n]+/g, ' ').replaceAll(/[\\`*_{}[\]<>#|~]/g, mark => `\\${mark}`);
}

/** The same for a cell of a table; an empty one stays a cell. */
export function markdownCell(text: string): string {
  return text === '' ? ' ' : markdownText(text);
}
