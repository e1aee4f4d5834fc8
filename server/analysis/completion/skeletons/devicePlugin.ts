import type { Skeleton } from './skeleton.ts';

export const devicePlugin: Skeleton = {
  label: 'DaemonSet: device plugin',
  detail: 'on the nodes that have the device',
  text: `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: \${1:device-plugin}
  namespace: \${2:kube-system}
spec:
  selector:
    matchLabels:
      app: \${1:device-plugin}
  template:
    metadata:
      labels:
        app: \${1:device-plugin}
    spec:
      priorityClassName: system-node-critical
      nodeSelector:
        \${3:nvidia.com/gpu.present}: "true"
      tolerations:
        - key: \${4:nvidia.com/gpu}
          operator: Exists
          effect: NoSchedule
      containers:
        - name: \${1:device-plugin}
          image: \${5:registry.example.com/device-plugin:1.0.0}
          securityContext:
            privileged: true
          volumeMounts:
            - name: device-plugins
              mountPath: /var/lib/kubelet/device-plugins
            - name: dev
              mountPath: /dev
      volumes:
        - name: device-plugins
          hostPath:
            path: /var/lib/kubelet/device-plugins
        - name: dev
          hostPath:
            path: /dev
$0`,
};
