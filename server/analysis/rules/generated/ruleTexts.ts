// Written by rulesTable.test.ts from the rules' documents.

/** The first paragraph of each rule's document, as Markdown. */
export const ruleTexts: Readonly<Record<string, string>> = {
  "all-nodes-at-once": "`maxUnavailable: 100%` lets an edit delete the pods of all nodes in one go. For as long as the new pods take to start, no node has the agent; if they do not start, none gets it back.",
  "device-with-surge": "With `maxSurge` a node runs the old and the new pod for a while. A device that both ask for (an extended resource such as `example.com/fpga`) has to be there twice, or the new pod stays Pending.",
  "host-port-with-surge": "With `maxSurge` the new pod starts while the old one still runs on the same node. A port of the node (`hostPort`, or any declared port under `hostNetwork`) can only be had once: the new pod stays Pending, the old one is never deleted, and the rollout does not end.",
  "long-grace-period": "Each node waits until its old pod has ended before the new one starts, up to `terminationGracePeriodSeconds`. Node after node, a long period makes a rollout of hours or days.",
  "node-name-pinned": "`nodeName` in the template leaves one node for the DaemonSet, whatever the others are. It is nearly always left over from a copied pod.",
  "no-node-matches": "In the chosen cluster no node is one this DaemonSet may run on: a label that no node has, a name with a slip in it, a taint that all nodes carry and nobody tolerates. Told only when a cluster is chosen.",
  "no-readiness-probe": "A rolling update goes on as soon as the new pod is available. Without a `readinessProbe` (and without `minReadySeconds`) a pod is available the moment its containers run, working or not: nothing stops a broken image on its way to every node.",
  "not-ready-no-schedule": "A node that is down carries `node.kubernetes.io/not-ready` (or `unreachable`) twice: with NoExecute, which every DaemonSet tolerates by itself, and with NoSchedule, which it does not. Tolerating only NoExecute changes nothing; what keeps pods off such nodes is the other one.",
  "numeric-affinity": "The operators `Gt` and `Lt` compare whole numbers. The API server takes any text; a term with a word then matches no node.",
  "old-control-plane-toleration": "Nodes of the control plane carry the taint `node-role.kubernetes.io/control-plane`. The older `node-role.kubernetes.io/master` is gone since Kubernetes 1.25: a DaemonSet that tolerates only that one has no pod there, and nothing says so.",
  "on-delete-edit": "Under `OnDelete` an edit of the pod template only counts for pods that are made later: the ones that run keep the old template until someone deletes them. That may be what is wanted; it is told when the DaemonSet as it runs now (Git HEAD, a file) is known.",
  "on-delete-rolling-update": "Under `OnDelete` the controller replaces no pod by itself, so the limits of `rollingUpdate` are never used. Most likely the type is not what was meant, or the limits are left over.",
  "placement-edit-deletes": "`maxUnavailable` and `maxSurge` pace the edit of a template. An edit of where the DaemonSet runs (nodeSelector, affinity, tolerations) acts at once: the controller deletes the pods of all nodes that no longer match in one go. Told when a cluster is chosen and the DaemonSet as it runs now is known.",
  "preferred-node-affinity": "The controller makes one pod for each node that fits, and ties it to that node. A preferred affinity has nothing to choose from; only the required one decides where a DaemonSet runs.",
  "probe-port-unknown": "A probe may name a port of its own container. The API server does not check the name; the kubelet finds no such port, the probe always fails, and the rollout stops at the first node (or, with a livenessProbe, the container is restarted for ever).",
  "toleration-seconds-overwritten": "The DaemonSet controller gives its pods endless tolerations of `node.kubernetes.io/not-ready` and `node.kubernetes.io/unreachable` with NoExecute. One written with `tolerationSeconds` is replaced: the pods stay on a node that is down.",
  "host-network-dns": "With `hostNetwork: true` the default `dnsPolicy` behaves as `Default`: the pod asks the node’s resolvers, which do not know the services of the cluster. A hygiene rule: off unless asked for.",
  "image-without-version": "An image without a tag, or with `:latest`, is whatever the registry has when a node pulls it: nodes run different versions, and rolling back to the former revision brings the same image. A hygiene rule: off unless asked for.",
  "no-memory-limit": "A container without a memory limit may take all memory of the node, and what the kernel then kills is not always the culprit. A hygiene rule: off unless asked for.",
  "no-priority-class": "A DaemonSet’s pod has one node only. When that node is full, a pod of a higher priority makes room for itself; one without waits. A hygiene rule: off unless asked for.",
  "no-requests": "A pod without any resource request is put on nodes that have no room for it, and is among the first to be evicted. A hygiene rule: off unless asked for.",
  "privileged-container": "A privileged container may do everything root on the node may. Many agents need only a capability or two. A hygiene rule: off unless asked for.",
  "writable-host-path": "A path of the node that the container may write is a way out of the container. Reading logs or metrics needs no more than `readOnly: true`. A hygiene rule: off unless asked for.",
};
