import { canonicalJson, isJsonArray, isJsonObject, type JsonValue, member } from '../../base/json.ts';
import type { ClientErrorType, FieldError } from '../fieldError.ts';
import { rooted } from '../fieldPath.ts';
import { goQuote } from '../goText.ts';

/** What kubectl finds wrong with the kind and apiVersion of a manifest before it sends anything; null: it is a DaemonSet of apps/v1. */
export function typeMetaProblem(manifest: JsonValue): FieldError | null {
  const kind = member(manifest, 'kind');
  const version = member(manifest, 'apiVersion') ?? '';
  if (typeof kind !== 'string' || kind === '' || typeof version !== 'string' || version.split('/').length > 2)
    return problem('kind', 'Decode', `Object 'Kind' is missing in '${shown(manifest)}'`, kind);
  if (version === '') return problem('apiVersion', 'Required', 'apiVersion not set', undefined);
  if (kind === 'DaemonSet' && version === 'apps/v1') return null;
  const field = kind === 'DaemonSet' ? 'apiVersion' : 'kind';
  return problem(field, 'NoMatch', `no matches for kind ${goQuote(kind)} in version ${goQuote(version)}`, member(manifest, field));
}

/** What the server itself says when it is sent another version of a DaemonSet. */
export function unknownVersion(error: FieldError, manifest: JsonValue): FieldError {
  const kind = member(manifest, 'kind');
  const version = member(manifest, 'apiVersion');
  const named = typeof kind === 'string' && typeof version === 'string';
  const message = `no kind ${goQuote(named ? kind : '')} is registered for version ${goQuote(named ? version : '')} in scheme "pkg/runtime/scheme.go:111"`;
  return error.type === 'NoMatch' ? { ...error, type: 'DecodeError', message } : error;
}

function problem(field: string, type: ClientErrorType, message: string, value: JsonValue | undefined): FieldError {
  return { path: rooted(field), type, message, value };
}

const longest = 4096;
const deepest = 40;

/** The manifest in a message; an endless one is cut. */
function shown(manifest: JsonValue): string {
  const text = canonicalJson(cut(manifest, deepest));
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function cut(value: JsonValue, depth: number): JsonValue {
  if (isJsonArray(value)) return depth === 0 ? '…' : value.map(entry => cut(entry, depth - 1));
  if (!isJsonObject(value)) return value;
  return depth === 0 ? '…' : Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, cut(entry, depth - 1)]));
}
