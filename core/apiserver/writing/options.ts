import type { FieldError } from '../../kubernetes/fieldError.ts';
import { goQuote } from '../../kubernetes/goText.ts';
import { fieldError } from '../fieldErrors.ts';
import { type ApiRequest, type Checked, fine, refuse } from '../request.ts';
import { invalidOf } from '../status.ts';

/** What becomes of unknown fields. */
export type FieldValidation = 'Ignore' | 'Warn' | 'Strict';

/** The parameters of a request that writes. */
export interface WriteOptions {
  /** Everything is done but the writing. */
  readonly dryRun: boolean;
  readonly fieldValidation: FieldValidation;
  readonly fieldManager: string;
  /** Takes fields over from other managers (server-side apply). */
  readonly force: boolean;
}

export type OptionsKind = 'CreateOptions' | 'UpdateOptions' | 'PatchOptions' | 'DeleteOptions';

export function writeOptions(request: ApiRequest, kind: OptionsKind): Checked<WriteOptions> {
  const dryRun = request.query.get('dryRun') ?? '';
  if (dryRun !== '' && dryRun !== 'All') {
    const message = `Unsupported value: [${goQuote(dryRun)}]: supported values: "All"`;
    return refuse(invalidOf({ kind, group: 'meta.k8s.io' }, '', [fieldError('dryRun', 'FieldValueNotSupported', message)]));
  }
  const asked = request.query.get('fieldValidation') ?? '';
  const fieldValidation = asked === '' ? 'Warn' : validations.find(one => one === asked);
  if (fieldValidation === undefined) {
    const message = `Unsupported value: ${goQuote(asked)}: supported values: "", "Ignore", "Strict", "Warn"`;
    return refuse(invalidOf({ kind, group: 'meta.k8s.io' }, '', [fieldError('fieldValidation', 'FieldValueNotSupported', message)]));
  }
  const refused = kind === 'PatchOptions' ? applyRefusal(request) : null;
  if (refused !== null) return refuse(invalidOf({ kind, group: 'meta.k8s.io' }, '', [refused]));
  const fieldManager = request.query.get('fieldManager') ?? request.userAgent;
  return fine({ dryRun: dryRun === 'All', fieldValidation, fieldManager, force: request.query.get('force') === 'true' });
}

/** Who applies says who he is; force is for those who apply (apimachinery, ValidatePatchOptions). */
function applyRefusal({ contentType, query }: ApiRequest): FieldError | null {
  if (!contentType.startsWith('application/apply-patch'))
    return query.has('force') ? fieldError('force', 'FieldValueForbidden', 'Forbidden: may not be specified for non-apply patch') : null;
  if ((query.get('fieldManager') ?? '') !== '') return null;
  return fieldError('fieldManager', 'FieldValueRequired', 'Required value: is required for apply patch');
}

const validations: readonly FieldValidation[] = ['Ignore', 'Warn', 'Strict'];
