import { Command } from 'commander';
import { defaultKubernetesVersion } from '../../core/kubernetes/versions.ts';
import { outputs, type RawOptions, readOptions, tables } from './options.ts';
import { simulateRollout } from './simulateRollout.ts';

/** `daemonscope simulate`. `ended` is told the exit code. */
export function simulateCommand(ended: (exitCode: number) => void): Command {
  return new Command('simulate')
    .description('Forecast the rollout of an edited DaemonSet: how long it takes, how many nodes are without a pod, whether it ever ends.')
    .option('--to <file>', 'the edited manifest (-: standard input)')
    .option('--from <file>', 'the manifest as it runs now; without it the one in the cluster file, else it is a first apply')
    .option('--scenario <file>', 'a scenario file: cluster, manifests, events, assumptions and limits in one')
    .option('--name <name>', 'which DaemonSet, when a file holds several')
    .option(
      '--cluster <file|name>',
      'nodes and other DaemonSets: what kubectl get nodes,daemonsets -A -o yaml prints, or a built-in cluster',
    )
    .option('--kubernetes <version>', `behave as this minor version (${defaultKubernetesVersion})`)
    .option('--seed <number>', 'one legal order of what Kubernetes leaves to chance (1)')
    .option('--seeds <count>', 'forecast over so many seeds as well')
    .option('--no-what-if', 'do not compare with other update strategies')
    .option('--output <format>', outputs.join(', '), 'text')
    .option('--max-duration <duration>', 'fail (exit code 1) when it takes longer, or never ends')
    .option('--max-without <nodes|percent>', 'fail when more nodes are without an available pod at once')
    .option('--at <duration>', "print kubectl's tables at this time after the edit instead of the forecast")
    .option('--show <tables>', `which tables: ${tables.join(',')} (at the end, without --at)`)
    .addHelpText('after', examples)
    .action((raw: RawOptions) => ended(simulateRollout(readOptions(raw), process.stdout, process.stderr)));
}

const examples = `
Examples:
  daemonscope simulate --from old.yaml --to new.yaml --cluster cluster.yaml
  git show HEAD:agent.yaml | daemonscope simulate --from - --to agent.yaml --output markdown
  daemonscope simulate --from old.yaml --to new.yaml --max-duration 30m --max-without 10%
  daemonscope simulate --scenario examples/scenarios/node-not-ready/scenario.yaml
  daemonscope simulate --to agent.yaml --cluster tutorial --at 4s --show ds,pods,events`;
