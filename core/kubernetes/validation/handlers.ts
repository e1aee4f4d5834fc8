import type { JsonObject } from '../../base/json.ts';
import type { FieldPath } from '../fieldError.ts';
import { child, indexed } from '../fieldPath.ts';
import { headerNameProblems } from '../names/keys.ts';
import { atLeast } from '../versions.ts';
import { portOf, reviewPortOrName } from './ports.ts';
import { numberOf, objectOf, objectsOf, textOf, textsOf } from './read.ts';
import { forbidden, invalid, invalidEach, oneOfRequired, type Review, required } from './review.ts';

const hookHandlers: readonly string[] = ['exec', 'httpGet', 'tcpSocket', 'sleep'];

/** The hooks of a container. */
export function reviewLifecycle(review: Review, container: JsonObject, path: FieldPath, gracePeriod: number): void {
  const lifecycle = objectOf(container, 'lifecycle');
  if (lifecycle === null) return;
  for (const field of ['postStart', 'preStop']) {
    const hook = objectOf(lifecycle, field);
    if (hook !== null) reviewHandler(review, hook, child(path, 'lifecycle', field), hookHandlers, gracePeriod);
  }
}

/** What a probe or a hook does: exactly one of the handlers. Only the first one is looked into. */
export function reviewHandler(review: Review, owner: JsonObject, path: FieldPath, kinds: readonly string[], gracePeriod: number): void {
  const present = kinds.filter(kind => objectOf(owner, kind) !== null);
  present.forEach((kind, index) => {
    if (index > 0) forbidden(review, child(path, kind), 'may not specify more than 1 handler type');
    else reviewAction(review, kind, objectOf(owner, kind) ?? {}, child(path, kind), gracePeriod);
  });
  if (present.length === 0) required(review, path, 'must specify a handler type');
}

function reviewAction(review: Review, kind: string, action: JsonObject, path: FieldPath, gracePeriod: number): void {
  switch (kind) {
    case 'exec':
      if (textsOf(action, 'command').length === 0) required(review, child(path, 'command'));
      break;
    case 'httpGet':
      reviewHttpGet(review, action, path);
      break;
    case 'sleep':
      reviewSleep(review, numberOf(action, 'seconds'), path, gracePeriod);
      break;
    default:
      reviewPortOrName(review, portOf(action), child(path, 'port'));
  }
}

function reviewHttpGet(review: Review, action: JsonObject, path: FieldPath): void {
  if (textOf(action, 'path') === '') required(review, child(path, 'path'));
  reviewPortOrName(review, portOf(action), child(path, 'port'));
  oneOfRequired(review, child(path, 'scheme'), textOf(action, 'scheme'), ['HTTP', 'HTTPS']);
  objectsOf(action, 'httpHeaders').forEach((header, index) => {
    const name = textOf(header, 'name');
    const at = child(indexed(child(path, 'httpHeaders'), index), 'name');
    invalidEach(review, child(path, 'httpHeaders'), name, headerNameProblems(name), at);
  });
}

/** A hook may sleep as long as the pod has to end. Zero is allowed since 1.33. */
function reviewSleep(review: Review, seconds: number, path: FieldPath, gracePeriod: number): void {
  const zero = atLeast(review.version, '1.33');
  if (seconds <= gracePeriod && (zero ? seconds >= 0 : seconds > 0)) return;
  const least = zero ? 'non-negative' : 'greater than 0';
  invalid(review, path, seconds, `must be ${least} and less than terminationGracePeriodSeconds (${gracePeriod})`, child(path, 'seconds'));
}
