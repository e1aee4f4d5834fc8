import { chooseBaseline } from './chooseBaseline.ts';
import { chooseCluster } from './chooseCluster.ts';
import { chooseKubernetesVersion } from './chooseKubernetesVersion.ts';
import type { Command } from './command.ts';
import { editTutorial } from './editTutorial.ts';
import { exportReport } from './exportReport.ts';
import { newDaemonSet } from './newDaemonSet.ts';
import { openKubectlTerminal } from './openKubectlTerminal.ts';
import { openScenario } from './openScenario.ts';
import { openTutorial } from './openTutorial.ts';
import { pinPanel } from './pinPanel.ts';
import { restartServer } from './restartServer.ts';
import { showOutput } from './showOutput.ts';
import { simulateRollout } from './simulateRollout.ts';
import { unpinPanel } from './unpinPanel.ts';

/** Every command; package.json contributes the same ones. */
export const commands: readonly Command[] = [
  simulateRollout,
  chooseBaseline,
  chooseCluster,
  chooseKubernetesVersion,
  exportReport,
  newDaemonSet,
  openKubectlTerminal,
  openScenario,
  openTutorial,
  editTutorial,
  pinPanel,
  unpinPanel,
  restartServer,
  showOutput,
];
