import type { Skeleton } from './skeleton.ts';

export const cniAgent: Skeleton = {
  label: 'DaemonSet: CNI agent',
  detail: 'network of each node, installed by an init container',
  text: `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: \${1:cni-agent}
  namespace: \${2:kube-system}
spec:
  selector:
    matchLabels:
      k8s-app: \${1:cni-agent}
  updateStrategy:
    type: RollingUpdate
    rollingUpdate:
      maxUnavailable: 1
  template:
    metadata:
      labels:
        k8s-app: \${1:cni-agent}
    spec:
      hostNetwork: true
      priorityClassName: system-node-critical
      serviceAccountName: \${1:cni-agent}
      tolerations:
        - operator: Exists
      initContainers:
        - name: install-cni
          image: \${3:registry.example.com/cni:1.0.0}
          command: ["\${4:/install-cni}"]
          volumeMounts:
            - name: cni-bin
              mountPath: /host/opt/cni/bin
            - name: cni-net
              mountPath: /host/etc/cni/net.d
      containers:
        - name: \${1:cni-agent}
          image: \${3:registry.example.com/cni:1.0.0}
          readinessProbe:
            httpGet:
              host: 127.0.0.1
              path: \${5:/readiness}
              port: \${6:9099}
          securityContext:
            privileged: true
          volumeMounts:
            - name: xtables-lock
              mountPath: /run/xtables.lock
      volumes:
        - name: cni-bin
          hostPath:
            path: /opt/cni/bin
        - name: cni-net
          hostPath:
            path: /etc/cni/net.d
        - name: xtables-lock
          hostPath:
            path: /run/xtables.lock
            type: FileOrCreate
$0`,
};
