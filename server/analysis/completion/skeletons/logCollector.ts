import type { Skeleton } from './skeleton.ts';

export const logCollector: Skeleton = {
  label: 'DaemonSet: log collector',
  detail: 'reads /var/log of each node',
  text: `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: \${1:log-collector}
  namespace: \${2:logging}
spec:
  selector:
    matchLabels:
      app: \${1:log-collector}
  updateStrategy:
    type: RollingUpdate
    rollingUpdate:
      maxUnavailable: 10%
  template:
    metadata:
      labels:
        app: \${1:log-collector}
    spec:
      serviceAccountName: \${1:log-collector}
      tolerations:
        - operator: Exists
      containers:
        - name: \${1:log-collector}
          image: \${3:registry.example.com/log-collector:1.0.0}
          env:
            - name: NODE_NAME
              valueFrom:
                fieldRef:
                  fieldPath: spec.nodeName
          ports:
            - name: health
              containerPort: \${4:2020}
          readinessProbe:
            httpGet:
              path: \${5:/healthz}
              port: health
          resources:
            requests:
              cpu: 100m
              memory: 128Mi
            limits:
              memory: 256Mi
          volumeMounts:
            - name: varlog
              mountPath: /var/log
              readOnly: true
            - name: state
              mountPath: /var/lib/\${1:log-collector}
      terminationGracePeriodSeconds: 30
      volumes:
        - name: varlog
          hostPath:
            path: /var/log
        - name: state
          hostPath:
            path: /var/lib/\${1:log-collector}
            type: DirectoryOrCreate
$0`,
};
