import { openSession, type Session } from './session.ts';

/** What a person does, in windows of its own. */
export type Journey = (session: () => Session) => void;

/** Journeys one after the other, in one VS Code with the packed extension. */
export function inOneVSCode(title: string, journeys: readonly Journey[]): void {
  describe(`the packed extension in a real VS Code: ${title}`, function () {
    this.timeout(120_000);
    let session: Session | null = null;
    before(async function () {
      this.timeout(300_000);
      session = await openSession();
    });
    after(() => session?.close());
    const open = (): Session => {
      if (session === null) throw new Error('VS Code did not start');
      return session;
    };
    for (const journey of journeys) journey(open);
  });
}
