/** A small valid DaemonSet; `more` goes into its pods' spec, indented by six. */
export function agent(name: string, more = ''): string {
  return `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: ${name}
  namespace: kube-system
spec:
  selector:
    matchLabels:
      app: ${name}
  template:
    metadata:
      labels:
        app: ${name}
    spec:
${more}      containers:
        - name: agent
          image: registry.k8s.io/pause:3.10
`;
}

/** Documents of a DaemonSet each, until there are so many lines. */
export function manyDocuments(lines: number): string {
  const one = agent('agent-0').split('\n').length;
  return Array.from({ length: Math.ceil(lines / one) }, (_, place) => agent(`agent-${place}`)).join('---\n');
}
