import type { Skeleton } from './skeleton.ts';

export const nodeExporter: Skeleton = {
  label: 'DaemonSet: node exporter',
  detail: 'metrics of each node on a host port',
  text: `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: \${1:node-exporter}
  namespace: \${2:monitoring}
spec:
  selector:
    matchLabels:
      app.kubernetes.io/name: \${1:node-exporter}
  updateStrategy:
    type: RollingUpdate
    rollingUpdate:
      maxUnavailable: 10%
  template:
    metadata:
      labels:
        app.kubernetes.io/name: \${1:node-exporter}
    spec:
      hostNetwork: true
      hostPID: true
      nodeSelector:
        kubernetes.io/os: linux
      tolerations:
        - operator: Exists
          effect: NoSchedule
      containers:
        - name: \${1:node-exporter}
          image: \${3:registry.example.com/node-exporter:1.0.0}
          args:
            - --path.rootfs=/host
          ports:
            - name: metrics
              containerPort: \${4:9100}
              hostPort: \${4:9100}
          readinessProbe:
            httpGet:
              path: /
              port: metrics
          resources:
            requests:
              cpu: 50m
              memory: 64Mi
            limits:
              memory: 128Mi
          securityContext:
            readOnlyRootFilesystem: true
            runAsNonRoot: true
            runAsUser: 65534
          volumeMounts:
            - name: root
              mountPath: /host
              readOnly: true
              mountPropagation: HostToContainer
      volumes:
        - name: root
          hostPath:
            path: /
$0`,
};
