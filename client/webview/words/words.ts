import { en, type PanelWords } from './en.ts';
import { ko } from './ko.ts';

/** The words of a language by its BCP 47 tag; English where there are no others. */
export function wordsOf(language: string): PanelWords {
  return /^ko\b/i.test(language) ? ko : en;
}

/** The words of the page. A page never changes its language. */
export const words = wordsOf(document.documentElement.lang);
