// The parts of `npm test`, in order: what is quick to fail comes first.
import path from 'node:path';
import { packedFile } from '../vscode-host/extension.mjs';
import { root, supported } from '../vscode-host/paths.mjs';

/** @typedef {'browser' | 'vscode-host' | 'vscode-web' | 'package' | 'kubectl' | 'client-node'} Tool */

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {string} title
 * @property {string[]} command of Node
 * @property {boolean} counts whether it writes its own counts; else the whole part is one test
 * @property {Tool[]} tools what must be installed before
 * @property {Record<string, string>} env
 */

const script = (/** @type {string} */ name) => path.join('scripts', name);
const bin = (/** @type {string[]} */ ...file) => path.join(root, 'node_modules', ...file);
/** The tests of the packed extension take the one that the part `package` packed. */
const packed = { DAEMONSCOPE_VSIX: packedFile() };

/** More random cases than the quick loop (`npm run check`) draws. */
const thorough = { FUZZ_RUNS: '2000', PROPERTY_RUNS: '25' };

/** These run on Linux x64 alone, because what they need is made for it alone. Host tests run everywhere: elsewhere VS Code is downloaded. */
const linux = new Set(['kubectl', 'panel', 'start', 'e2e', 'web']);

/**
 * Whether a part can run on this machine.
 * @param {Part} part
 */
export const runsHere = part => supported || !linux.has(part.name);

/** @type {readonly Part[]} */
export const parts = [
  { name: 'types', title: 'the compiler', command: [bin('typescript', 'bin', 'tsc'), '-b'], counts: false, tools: [], env: {} },
  { name: 'lint', title: 'Biome', command: [bin('@biomejs', 'biome', 'bin', 'biome'), 'check', '.'], counts: false, tools: [], env: {} },
  { name: 'unit', title: 'tests beside the code', command: [script('unit.mjs')], counts: true, tools: [], env: thorough },
  {
    name: 'conformance',
    title: "recordings of Kubernetes' own code",
    command: [script('conformance.mjs'), '--requests'],
    counts: true,
    tools: [],
    env: {},
  },
  {
    name: 'kubectl',
    title: 'a real kubectl on the simulated API server',
    command: [script('kubectl-tests.mjs')],
    counts: true,
    tools: ['kubectl', 'client-node'],
    env: {},
  },
  { name: 'package', title: 'build and pack', command: [script('package.mjs')], counts: false, tools: ['package'], env: {} },
  {
    name: 'panel',
    title: 'the panel alone, in a real browser',
    command: [script('panel-tests.mjs')],
    counts: true,
    tools: ['browser'],
    env: {},
  },
  { name: 'start', title: 'npm start', command: [script('start-tests.mjs')], counts: true, tools: ['vscode-host'], env: {} },
  {
    name: 'host',
    title: 'in the extension host of a real VS Code',
    command: [script('host-tests.mjs'), '--no-build'],
    counts: true,
    tools: ['browser', 'vscode-host'],
    env: {},
  },
  {
    name: 'e2e',
    title: 'a person with the packed extension in a real VS Code',
    command: [script('e2e-tests.mjs')],
    counts: true,
    tools: ['browser', 'vscode-host', 'kubectl'],
    env: packed,
  },
  {
    name: 'web',
    title: 'VS Code for the Web',
    command: [script('web-tests.mjs')],
    counts: true,
    tools: ['browser', 'vscode-web'],
    env: packed,
  },
];

/**
 * Those that run at one time: each uses one processor and watches no clock. Everything else runs alone, so that a browser never waits for the compiler.
 * @type {readonly (readonly string[])[]}
 */
const together = [['unit', 'conformance']];

/**
 * Parts in order, in steps; the parts of a step run at one time.
 * @param {readonly Part[]} chosen
 * @returns {readonly (readonly Part[])[]}
 */
export function stepsOf(chosen) {
  /** @type {Map<string, Part[]>} */
  const steps = new Map();
  for (const part of chosen) {
    const key = together.find(names => names.includes(part.name))?.join() ?? part.name;
    steps.set(key, [...(steps.get(key) ?? []), part]);
  }
  return [...steps.values()];
}
