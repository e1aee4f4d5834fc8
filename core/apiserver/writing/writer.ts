import type { JsonObject } from '../../base/json.ts';
import type { Clock } from '../clock.ts';
import type { Checked } from '../request.ts';
import type { Resource } from '../resources/resource.ts';
import type { ApiServer } from '../state.ts';
import type { Stored } from '../stored.ts';
import type { WriteOptions } from './options.ts';

/** What a write left, and what the server warns of. */
export interface Written {
  readonly stored: Stored;
  readonly warnings: readonly string[];
}

/** Where a write happens, and how. */
export interface Writing {
  readonly server: ApiServer;
  readonly resource: Resource;
  readonly options: WriteOptions;
  readonly clock: Clock;
  /** The patch that led to the object, when it was one: strict decoding complains of it in other words. */
  readonly patch: JsonObject | null;
}

/** How objects of one kind are created and changed. Names, namespaces and versions have been checked. */
export interface Writer {
  create(writing: Writing, object: JsonObject): Checked<Written>;
  update(writing: Writing, before: Stored, object: JsonObject): Checked<Written>;
}
