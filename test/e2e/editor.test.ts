import { badInput } from './badInput.ts';
import { examples } from './examples.ts';
import { inOneVSCode } from './inOneVSCode.ts';
import { keystrokes } from './keystrokes.ts';
import { kubectl } from './kubectl.ts';
import { mends } from './mends.ts';
import { serverDeath } from './serverDeath.ts';
import { trust } from './trust.ts';
import { writing } from './writing.ts';

inOneVSCode('editor and terminal', [writing, keystrokes, mends, kubectl, badInput, examples, serverDeath, trust]);
