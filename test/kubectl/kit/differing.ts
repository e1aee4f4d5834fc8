/** Why a recorded command's words cannot be ours. */
const because = {
  kwok: 'KWOK stood in for the kubelets there: its words, its lease holder, its conditions',
  moment: 'recorded at a moment of a rollout that ours is not at: how far it has come, or which revisions quick edits left',
  name: 'names one pod of several: ours of that place in the order is another',
  kinds: 'lists what the whole API server has; ours has the kinds that matter to DaemonSets',
  owners: 'ours records no field owners (metadata.managedFields)',
  containers: 'simulated pods have no containers to enter',
  explained: 'the texts of fields come without the lists and line breaks that the server adds to enums; OpenAPI v2 has no schemas',
  own: 'shows the kubeconfig, which is ours',
} as const;

/** The recorded commands that are typed, as later ones build on them, and not compared: by the reason. */
const lists: Readonly<Record<keyof typeof because, readonly string[]>> = {
  kwok: ['t019', 't020', 'describe-pod', 'events', 'get-leases', 'describe-node', 'describe-node-cp', 'describe-node-cordoned'],
  moment: [
    't038',
    't056',
    't059',
    't070',
    'apply-o-json',
    'get-ds',
    'get-all',
    'get-pods-wide',
    'get-pods-field-phase',
    'get-pods-field-phase-ne',
    'get-sort-name',
    'get-events-wide',
    'get-events-sort',
    'describe-file',
    'rollout-status-done',
    'rollout-status-nowatch',
    'rollout-history',
    'rollout-history-all',
    'rollout-history2',
    'rollout-undo-same',
    'rollout-status-stuck-nowatch',
    'get-ds-ondelete',
    'get-ds-tainted',
    'get-readopted',
    'x-get-ds-terminating',
    'x-restart-2',
    'wait-pod-ready',
    'x-describe-ds-terminating',
  ],
  name: ['t040'],
  kinds: [
    'get-none-all',
    'get-deploy',
    'api-resources-apps',
    'api-resources-name',
    'api-resources-verbs',
    'raw-apps',
    'raw-apis',
    'raw-root',
    'raw-readyz',
    'can-i-list',
  ],
  owners: ['get-o-yaml-managed', 'raw-pods'],
  containers: ['logs-ds', 'logs-badcontainer', 'exec', 'exec-ds', 'attach', 'port-forward', 'cp', 'debug'],
  explained: ['explain-strategy', 'explain-v2'],
  own: ['config-context', 'config-view'],
};

/** The reason of each such command, by its id. */
export const differing: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(lists).flatMap(([reason, ids]) => ids.map(id => [id, because[reason as keyof typeof because]])),
);
