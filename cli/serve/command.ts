import { Command } from 'commander';
import { defaultKubernetesVersion } from '../../core/kubernetes/versions.ts';
import { type RawOptions, readOptions } from './options.ts';
import { serveCluster } from './serveCluster.ts';

/** `daemonscope serve`. `ended` is told the exit code. */
export function serveCommand(ended: (exitCode: number) => void): Command {
  return new Command('serve')
    .description('A simulated Kubernetes API server on this machine: your own kubectl works on a simulated cluster.')
    .option('--cluster <file|name>', 'nodes and DaemonSets: what kubectl get nodes,daemonsets -A -o yaml prints, or a built-in cluster')
    .option('--scenario <file>', 'a scenario file instead: its cluster, its baseline, and its events as they are due')
    .option('--kubernetes <version>', `behave as this minor version (${defaultKubernetesVersion})`)
    .option('--seed <number>', 'one legal order of what Kubernetes leaves to chance (1)')
    .option('--speed <factor>', 'virtual seconds per second: 1, 60, …; 0: paused; max: leap from event to event', '1')
    .option('--assume <name=value...>', 'modelled durations, such as imagePull=30s (docs/assumptions.md)')
    .option('--port <number>', 'listen on this port of 127.0.0.1; 0: any free one', '0')
    .option('--save-scenario <file>', 'write at the end what clients did, as a scenario file')
    .addHelpText('after', examples)
    .action(async (raw: RawOptions) => ended(await serveCluster(readOptions(raw), process)));
}

const examples = `
Examples:
  daemonscope serve
  daemonscope serve --cluster cluster.yaml --speed 60
Then, in another terminal, with the path that it prints:
  export KUBECONFIG=/tmp/daemonscope-…/kubeconfig
  kubectl get nodes`;
