import type { JsonObject } from '../../base/json.ts';
import type { FieldPath } from '../fieldError.ts';
import { child } from '../fieldPath.ts';
import { reviewHandler } from './handlers.ts';
import { has, numberOf, objectOf } from './read.ts';
import { invalid, notNegative, type Review } from './review.ts';

const probeHandlers: readonly string[] = ['exec', 'httpGet', 'tcpSocket', 'grpc'];

/** The three probes of a container (core validation, validateLivenessProbe and its sisters). */
export function reviewProbes(review: Review, container: JsonObject, path: FieldPath, gracePeriod: number): void {
  for (const field of ['livenessProbe', 'readinessProbe', 'startupProbe']) {
    const probe = objectOf(container, field);
    if (probe === null) continue;
    const place = child(path, field);
    reviewProbe(review, probe, place, gracePeriod);
    if (field !== 'readinessProbe') reviewSuccess(review, probe, place);
    else if (has(probe, 'terminationGracePeriodSeconds')) {
      const seconds = numberOf(probe, 'terminationGracePeriodSeconds');
      invalid(review, child(place, 'terminationGracePeriodSeconds'), seconds, 'must not be set for readinessProbes');
    }
  }
}

function reviewProbe(review: Review, probe: JsonObject, path: FieldPath, gracePeriod: number): void {
  reviewHandler(review, probe, path, probeHandlers, gracePeriod);
  for (const field of ['initialDelaySeconds', 'timeoutSeconds', 'periodSeconds', 'successThreshold', 'failureThreshold']) {
    notNegative(review, child(path, field), numberOf(probe, field));
  }
  const grace = numberOf(probe, 'terminationGracePeriodSeconds');
  if (has(probe, 'terminationGracePeriodSeconds') && grace <= 0)
    invalid(review, child(path, 'terminationGracePeriodSeconds'), grace, 'must be greater than 0');
}

function reviewSuccess(review: Review, probe: JsonObject, path: FieldPath): void {
  const threshold = numberOf(probe, 'successThreshold');
  if (threshold !== 1) invalid(review, child(path, 'successThreshold'), threshold, 'must be 1');
}
