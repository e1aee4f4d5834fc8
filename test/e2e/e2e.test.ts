import { badInput } from './badInput.ts';
import { examples } from './examples.ts';
import { keystrokes } from './keystrokes.ts';
import { kubectl } from './kubectl.ts';
import { mends } from './mends.ts';
import { panelFiles } from './panelFiles.ts';
import { panelJourney } from './panelJourney.ts';
import { panelTroubles } from './panelTroubles.ts';
import { reload } from './reload.ts';
import { serverDeath } from './serverDeath.ts';
import { openSession, type Session } from './session.ts';
import { trust } from './trust.ts';
import { tutorial } from './tutorial.ts';
import { tutorialByClicks } from './tutorialByClicks.ts';
import { writing } from './writing.ts';

/** Every journey, in one VS Code with the packed extension; each opens windows of its own. */
const journeys: readonly ((session: () => Session) => void)[] = [
  tutorial,
  tutorialByClicks,
  panelJourney,
  panelTroubles,
  writing,
  keystrokes,
  mends,
  panelFiles,
  reload,
  kubectl,
  badInput,
  examples,
  serverDeath,
  trust,
];

describe('the packed extension in a real VS Code', function () {
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
