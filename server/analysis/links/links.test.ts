import assert from 'node:assert/strict';
import { plainFile } from '../settings.ts';
import { imagePage } from './imagePage.ts';
import { linksIn } from './links.ts';
import { typePage } from './typePage.ts';

describe('links', () => {
  it('lead from an image to the page its registry has of it', () => {
    assert.equal(imagePage('busybox'), 'https://hub.docker.com/_/busybox');
    assert.equal(imagePage('docker.io/library/busybox:1.37'), 'https://hub.docker.com/_/busybox');
    assert.equal(imagePage('fluent/fluent-bit:4.0@sha256:abc'), 'https://hub.docker.com/r/fluent/fluent-bit');
    assert.equal(imagePage('quay.io/prometheus/node-exporter:v1.9.0'), 'https://quay.io/repository/prometheus/node-exporter');
    assert.equal(imagePage('public.ecr.aws/eks/aws-node:v1'), 'https://gallery.ecr.aws/eks/aws-node');
    assert.equal(imagePage('mcr.microsoft.com/oss/csi/driver:v1'), 'https://mcr.microsoft.com/artifact/mar/oss/csi/driver');
  });
  it('lead nowhere where no page is known', () => {
    const images = [
      'registry.k8s.io/pause:3.10',
      'registry.example.com/a/b',
      'localhost:5000/a',
      '',
      'Not An Image',
      'a/b/c',
      'quay.io/x',
      '{{ .Values.image }}',
    ];
    for (const image of images) assert.equal(imagePage(image), null, image);
    assert.equal(imagePage(`a${'-a'.repeat(50_000)}!`), null);
  });
  it('lead to the heading of a type in the API reference of the chosen version', () => {
    assert.equal(typePage('PodSpec', '1.36'), 'https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.36/#podspec-v1-core');
    assert.ok(typePage('DaemonSetSpec', '1.36').endsWith('#daemonsetspec-v1-apps'));
    assert.ok(typePage('LabelSelector', '1.30').endsWith('v1.30/#labelselector-v1-meta'));
  });
  it('stand on the kind and on the images of a DaemonSet, and in no other document', () => {
    const text = `apiVersion: apps/v1
kind: DaemonSet
spec:
  template:
    spec:
      initContainers: [{name: a, image: "busybox:1"}]
      containers:
        - image: quay.io/o/p:1
        - image: registry.example.com/private
`;
    const links = linksIn(text, plainFile, '1.36');
    assert.deepEqual(
      links.map(({ range, target }) => [range.start.line, range.start.character, target.slice(0, 24)]),
      [
        [1, 6, 'https://kubernetes.io/do'],
        [5, 40, 'https://hub.docker.com/_'],
        [7, 17, 'https://quay.io/reposito'],
      ],
    );
    assert.deepEqual(linksIn(text.replace('DaemonSet', 'Deployment'), plainFile, '1.36'), []);
  });
});
