import { ownText } from './ownText.ts';

/** So many images of one file are remembered. */
const mostOfFile = 50;

/** The images that a text names, wherever they stand; found by its lines, quick enough for every file of a workspace. Templates are left out. */
export function imagesIn(text: string): readonly string[] {
  const found = new Set<string>();
  for (const [, image = ''] of text.matchAll(
    /^[ \t]*(?:- +)?["']?image["']?:[ \t]+["']?([\w][\w./:@-]*)["']?[ \t]*,?(?:[ \t]#.*)?\r?$/gm,
  )) {
    if (!isEmptyWord(image)) found.add(ownText(image));
    if (found.size >= mostOfFile) break;
  }
  return [...found];
}

function isEmptyWord(word: string): boolean {
  return word === 'null' || word.endsWith(':');
}
