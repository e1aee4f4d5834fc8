import type { Skeleton } from './skeleton.ts';

export const plain: Skeleton = {
  label: 'DaemonSet',
  detail: 'one pod on each node',
  text: `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: \${1:node-agent}
  namespace: \${2:kube-system}
spec:
  selector:
    matchLabels:
      app: \${1:node-agent}
  template:
    metadata:
      labels:
        app: \${1:node-agent}
    spec:
      containers:
        - name: \${1:node-agent}
          image: \${3:registry.example.com/node-agent:1.0.0}
          resources:
            requests:
              cpu: 50m
              memory: 64Mi
            limits:
              memory: 128Mi
$0`,
};
