import { Command } from 'commander';
import { defaultKubernetesVersion } from '../../core/kubernetes/versions.ts';
import { folderSettingsName } from '../../server/analysis/folderSettings.ts';
import { lint } from './lint.ts';
import { formats, type RawOptions } from './options.ts';

/** `daemonscope lint`. `ended` is told the exit code. */
export function lintCommand(ended: (exitCode: number) => void): Command {
  return new Command('lint')
    .description('Say what the API server would refuse in DaemonSet manifests, and what it takes and hurts all the same.')
    .argument('[path...]', 'files, folders, or - for standard input; without one: the current folder')
    .option('--format <format>', formats.join(', '), 'text')
    .option('--kubernetes <version>', `judge as this minor version (${defaultKubernetesVersion})`)
    .option('--baseline <file|git:REF>', 'the manifests as they run now: finds changes of immutable fields, and edits that hurt')
    .option('--cluster <file|name>', 'the nodes: finds DaemonSets that run nowhere, and edits that delete pods at once')
    .option('--rule <name=level>', 'set a rule to off, hint, warning or error; may be given more than once', collect, [])
    .option('--hygiene', 'look for missing limits, privileged containers and the like as well', false)
    .option('--fix', 'mend what has one obvious mend, in place', false)
    .option('--max-warnings <count>', 'fail (exit code 1) when there are more')
    .addHelpText(
      'after',
      `\n${folderSettingsName} in a folder says the same for the files below it, here and in the editor; options win over it.`,
    )
    .action(async (paths: string[], raw: RawOptions) => ended(await lint(paths, raw, process.stdout, process.stderr, process.argv[1])));
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
