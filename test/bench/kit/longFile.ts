/** A file of many DaemonSets, the first of them with a mistake, and where values stand that one can type over. */
export interface LongFile {
  readonly text: string;
  /** The values of imagePullPolicy. */
  readonly policies: readonly Place[];
  /** The values of revisionHistoryLimit. */
  readonly limits: readonly Place[];
}

interface Place {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** 62 lines a document: 161 of them are 10,000 lines. */
export function longFile(documents: number): LongFile {
  const text = Array.from({ length: documents }, (_, i) => manifest(i)).join('---\n');
  const lines = text.split('\n');
  const placesOf = (key: string): readonly Place[] =>
    lines.flatMap((line, number) => {
      const at = line.indexOf(`${key}: `);
      return at < 0 ? [] : [{ line: number, start: at + key.length + 2, end: line.length }];
    });
  return { text, policies: placesOf('imagePullPolicy'), limits: placesOf('revisionHistoryLimit') };
}

function manifest(i: number): string {
  const name = `agent-${i}`;
  const containers = ['main', 'helper'].flatMap(container => containerLines(container));
  return `${[
    'apiVersion: apps/v1',
    'kind: DaemonSet',
    'metadata:',
    `  name: ${name}`,
    '  namespace: monitoring',
    'spec:',
    `  ${i === 0 ? 'minReadySecond' : 'minReadySeconds'}: 10`,
    '  revisionHistoryLimit: 5',
    '  selector:',
    '    matchLabels:',
    `      app: ${name}`,
    '  updateStrategy:',
    '    type: RollingUpdate',
    '    rollingUpdate:',
    '      maxUnavailable: 10%',
    '  template:',
    '    metadata:',
    '      labels:',
    `        app: ${name}`,
    '    spec:',
    '      serviceAccountName: agent',
    '      tolerations:',
    '        - operator: Exists',
    '      containers:',
    ...containers,
    '      volumes:',
    '        - name: root',
    '          hostPath:',
    '            path: /',
  ].join('\n')}\n`;
}

function containerLines(name: string): string[] {
  return [
    `        - name: ${name}`,
    `          image: registry.example.com/${name}:1.0.0`,
    '          imagePullPolicy: IfNotPresent',
    '          env:',
    '            - name: NODE_NAME',
    '              valueFrom:',
    '                fieldRef:',
    '                  fieldPath: spec.nodeName',
    '          resources:',
    '            requests:',
    '              cpu: 100m',
    '              memory: 64Mi',
    '            limits:',
    '              memory: 128Mi',
    '          volumeMounts:',
    '            - name: root',
    '              mountPath: /host',
  ];
}
