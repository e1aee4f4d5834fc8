import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { JsonObject } from '../../core/base/json.ts';
import type { DaemonSet } from '../../core/kubernetes/objects/daemonSet.ts';
import type { Node } from '../../core/kubernetes/objects/node.ts';
import type { Pod } from '../../core/kubernetes/objects/pod.ts';
import { readDaemonSet } from '../../core/kubernetes/objects/readDaemonSet.ts';
import { readNode } from '../../core/kubernetes/objects/readNode.ts';
import { readPod } from '../../core/kubernetes/objects/readPod.ts';
import type { Read } from '../../core/kubernetes/objects/spot.ts';
import { parseTime, type TimeBase } from '../../core/kubernetes/objects/time.ts';

const folder = path.join(String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT), 'test/golden/kubectl');

/** What kubectl 1.36.3 printed against a real control plane, byte for byte. */
export function printed(name: string): string {
  return fs.readFileSync(path.join(folder, `${name}.txt`), 'utf8');
}

/** A recorded JSON file. */
export function recorded<T>(name: string): T {
  return JSON.parse(fs.readFileSync(path.join(folder, `${name}.json`), 'utf8')) as T;
}

/** Rows of a Table as the API server answered them, and the objects they are about. */
export interface RecordedRows {
  readonly cells: readonly (readonly (string | number)[])[];
  readonly objects: readonly JsonObject[];
}

/** Time in which `moment` (RFC 3339) is instant 0. */
export function timeFrom(moment: string): TimeBase {
  return { zero: parseTime(moment), assumed: 0 };
}

export const daemonSetFrom = (json: JsonObject, base: TimeBase): DaemonSet => value(readDaemonSet(json, base));
export const nodeFrom = (json: JsonObject, base: TimeBase): Node => value(readNode(json, base));
export const podFrom = (json: JsonObject, base: TimeBase): Pod => value(readPod(json, base));

function value<T>(read: Read<T>): T {
  assert.ok(read.ok, JSON.stringify(read));
  return read.value;
}
