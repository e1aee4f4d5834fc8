import { type Disposable, DocumentFormattingRequest, DocumentRangeFormattingRequest } from 'vscode-languageserver';
import { mayHoldDaemonSet } from '../analysis/document/daemonSets.ts';
import { formatting } from './formatting.ts';
import type { OpenFile } from './openFiles.ts';
import type { Session } from './session.ts';

/** Told of files that come, change and go. */
export interface FormattingOffers {
  readonly look: (file: OpenFile) => void;
  readonly forget: (uri: string) => void;
}

/**
 * Answers formatting, and offers it to the editor for the files that hold a DaemonSet: a formatter for all YAML files would have every user choose between
 * ours and the one they have.
 */
export function offerFormatting(session: Session): FormattingOffers {
  const { connection, guard, files } = session;
  const offered = new Map<string, readonly Promise<Disposable | null>[]>();
  connection.onDocumentFormatting(({ textDocument, options }) =>
    guard('formatting', [], () => withFile(textDocument.uri, file => formatting(session, file, options, null))),
  );
  connection.onDocumentRangeFormatting(({ textDocument, options, range }) =>
    guard('range formatting', [], () => withFile(textDocument.uri, file => formatting(session, file, options, range))),
  );
  const withFile = <T>(uri: string, work: (file: OpenFile) => T[]): T[] => {
    const file = files.get(uri);
    return file === undefined ? [] : work(file);
  };
  return {
    look: ({ uri, document }) => {
      if (session.formatting !== 'each file' || offered.has(uri) || !document.languageId.startsWith('yaml')) return;
      if (!document.chunks.some(({ text }) => mayHoldDaemonSet(text))) return;
      const documentSelector = [{ language: document.languageId, pattern: patternOf(uri) }];
      const { client } = connection;
      const offers = [
        client.register(DocumentFormattingRequest.type, { documentSelector }),
        client.register(DocumentRangeFormattingRequest.type, { documentSelector }),
      ];
      // An editor that refuses goes without.
      offered.set(
        uri,
        offers.map(offer => offer.catch(() => null)),
      );
    },
    forget: uri => {
      for (const offer of offered.get(uri) ?? []) void offer.then(one => one?.dispose());
      offered.delete(uri);
    },
  };
}

/** A pattern for the end of a file's path: the same on every operating system. */
function patternOf(uri: string): string {
  const steps = uri
    .replace(/[?#].*$/, '')
    .split('/')
    .slice(-2)
    .map(decode);
  return `**/${steps
    .filter(step => step !== '' && !step.includes(':'))
    .map(step => step.replace(/[[\]{}*?]/g, '[$&]'))
    .join('/')}`;
}

function decode(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
