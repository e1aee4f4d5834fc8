import type { CommandRecord } from './records.ts';

/** A recorded command whose words need not be ours, and why. */
export interface Difference {
  readonly why: string;
  /** Which commands: by what they do, so that it holds for other recordings as well. */
  readonly commands: RegExp;
  /** Or single ones. */
  readonly ids?: readonly string[];
  /** It is not even typed: what it does here depends on the machine, and later commands on what it does. */
  readonly untyped?: true;
}

const none = /^$/;

const differences: readonly Difference[] = [
  {
    why: 'simulated pods have no containers: there the answer tells of a kubelet that could not be reached, ours says why there is none',
    commands: /^kubectl (?:logs|exec|attach|port-forward|cp|debug)\b/,
  },
  { why: 'shows the kubeconfig, which is ours', commands: /^kubectl config\b/ },
  {
    why: 'kubectl compares its own clock with that of the command before: they were typed within one second',
    commands: none,
    ids: ['x-restart-2'],
    untyped: true,
  },
  {
    why: 'shows a whole pod with what KWOK, as a kubelet, wrote into it',
    commands: /^kubectl get --raw \S*\/pods\b/,
  },
  { why: 'how far an earlier rollout had come when a strategy was changed is not known', commands: none, ids: ['get-readopted'] },
  {
    why: 'shows many pods at once in steps of some ms, which KWOK did not take at one pace',
    commands: none,
    ids: ['get-all', 'get-pods-wide'],
  },
  { why: 'their controller manager was held back by its own limit of requests', commands: none, ids: ['get-kustomize'] },
  {
    why: 'KWOK takes an annotation to mean that a pod never gets ready, and the scheduler tells of a pending pod anew when a node changes',
    commands: none,
    ids: ['get-ds-tainted'],
  },
];

/** Why the words of a recorded command may differ from ours; undefined: they may not. */
export function mayDiffer({ id, command }: CommandRecord): Difference | undefined {
  return differences.find(({ commands, ids }) => commands.test(command) || ids?.includes(id) === true);
}
