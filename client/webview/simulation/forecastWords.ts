import { en, type Words } from '../../../core/presentation/words/en.ts';
import { ko } from '../../../core/presentation/words/ko.ts';

/** What a forecast says, in the language of a BCP 47 tag; English where there is no other. */
export function forecastWords(language: string): Words {
  return /^ko\b/i.test(language) ? ko : en;
}
