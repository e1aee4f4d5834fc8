import assert from 'node:assert/strict';
import { imageTag } from './imageName.ts';

describe('image name', () => {
  for (const [image, tag] of [
    ['nginx', 'latest'],
    ['nginx:latest', 'latest'],
    ['example.com/agent:1.2', '1.2'],
    ['localhost:5000/agent', 'latest'],
    ['REGISTRY.example.com/agent:v1', 'v1'],
    [`example.com/agent@sha256:${'0'.repeat(64)}`, ''],
    ['Agent', null],
    ['', null],
    ['example.com/agent:', null],
    ['<ECR_URI>', null],
  ] as const) {
    it(`reads the tag of ${JSON.stringify(image)}`, () => assert.equal(imageTag(image), tag));
  }
});
