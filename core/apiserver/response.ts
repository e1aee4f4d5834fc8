import type { JsonObject } from '../base/json.ts';
import type { ApiResponse } from './request.ts';

const noWarnings: readonly string[] = [];

/** A JSON answer. */
export function json(value: JsonObject, status = 200, warnings = noWarnings, contentType = 'application/json'): ApiResponse {
  return { status, contentType, body: `${JSON.stringify(value)}\n`, warnings };
}

/** An answer in words, as health checks and unknown paths get it. */
export function plain(body: string, status = 200): ApiResponse {
  return { status, contentType: 'text/plain; charset=utf-8', body, warnings: noWarnings };
}
