import type { ParseResult } from '../../../core/protocol/lsp.ts';
import type { Parse } from './requests.ts';

/** So many texts are kept: the cluster file of a folder is asked for by each of its manifests, and by each panel. */
const most = 8;

/** Asks for each text once while it is one of the last few. A failure is not kept: the next one asks again. */
export function rememberParses(parse: Parse): Parse {
  const known = new Map<string, Promise<ParseResult>>();
  const ask = (text: string): Promise<ParseResult> => {
    const asked = parse(text);
    asked.catch(() => known.delete(text));
    return asked;
  };
  return text => {
    const result = known.get(text) ?? ask(text);
    known.delete(text);
    known.set(text, result);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return result;
  };
}
