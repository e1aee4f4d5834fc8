import type { Skeleton } from './skeleton.ts';

export const csiNode: Skeleton = {
  label: 'DaemonSet: CSI node plugin',
  detail: 'a storage driver and its registrar',
  text: `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: \${1:csi-node}
  namespace: \${2:kube-system}
spec:
  selector:
    matchLabels:
      app: \${1:csi-node}
  template:
    metadata:
      labels:
        app: \${1:csi-node}
    spec:
      priorityClassName: system-node-critical
      serviceAccountName: \${1:csi-node}
      tolerations:
        - operator: Exists
      containers:
        - name: driver
          image: \${3:registry.example.com/csi-driver:1.0.0}
          args:
            - --endpoint=unix:///csi/csi.sock
            - --node-id=\\$(NODE_NAME)
          env:
            - name: NODE_NAME
              valueFrom:
                fieldRef:
                  fieldPath: spec.nodeName
          ports:
            - name: healthz
              containerPort: \${4:9808}
          livenessProbe:
            httpGet:
              path: /healthz
              port: healthz
          securityContext:
            privileged: true
          volumeMounts:
            - name: plugin
              mountPath: /csi
            - name: kubelet
              mountPath: /var/lib/kubelet
              mountPropagation: Bidirectional
            - name: dev
              mountPath: /dev
        - name: registrar
          image: \${5:registry.example.com/csi-node-driver-registrar:2.0.0}
          args:
            - --csi-address=/csi/csi.sock
            - --kubelet-registration-path=/var/lib/kubelet/plugins/\${6:csi.example.com}/csi.sock
          volumeMounts:
            - name: plugin
              mountPath: /csi
            - name: registration
              mountPath: /registration
      volumes:
        - name: plugin
          hostPath:
            path: /var/lib/kubelet/plugins/\${6:csi.example.com}
            type: DirectoryOrCreate
        - name: registration
          hostPath:
            path: /var/lib/kubelet/plugins_registry
            type: Directory
        - name: kubelet
          hostPath:
            path: /var/lib/kubelet
            type: Directory
        - name: dev
          hostPath:
            path: /dev
            type: Directory
$0`,
};
