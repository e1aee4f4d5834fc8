/** A request as the host has read it. Header names are of no concern here: the host picks what matters. */
export interface ApiRequest {
  readonly method: string;
  /** Path without query, decoded piece by piece by {@link routeOf}. */
  readonly path: string;
  /** The first value of each parameter. */
  readonly query: ReadonlyMap<string, string>;
  /** The header Accept; empty: anything. */
  readonly accept: string;
  readonly contentType: string;
  /** Text; bodies that are no UTF-8 text (protobuf) come with one character a byte. */
  readonly body: string;
  /** The first word of the header User-Agent before its slash: the field manager of those who do not name one. */
  readonly userAgent: string;
  /** Whom the request speaks for (`--as`), header Impersonate-User; empty: the owner of the token, who may do everything. */
  readonly impersonates: string;
}

/** The answer. Each warning becomes a header `Warning: 299 - "…"`. */
export interface ApiResponse {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  readonly warnings: readonly string[];
  /** The body is bytes, one character each. */
  readonly binary?: true;
}

/** A value, or the answer that refuses the request. */
export type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly response: ApiResponse };

export function fine<T>(value: T): Checked<T> {
  return { ok: true, value };
}

export function refuse(response: ApiResponse): { readonly ok: false; readonly response: ApiResponse } {
  return { ok: false, response };
}
