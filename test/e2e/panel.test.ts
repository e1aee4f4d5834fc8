import { inOneVSCode } from './inOneVSCode.ts';
import { panelFiles } from './panelFiles.ts';
import { panelJourney } from './panelJourney.ts';
import { panelTroubles } from './panelTroubles.ts';
import { reload } from './reload.ts';
import { tutorial } from './tutorial.ts';
import { tutorialByClicks } from './tutorialByClicks.ts';

inOneVSCode('the panel', [tutorial, tutorialByClicks, panelJourney, panelTroubles, panelFiles, reload]);
