import { type JsonObject, type JsonValue, member } from '../../base/json.ts';
import type { Column } from '../../presentation/table.ts';
import type { Clock } from '../clock.ts';
import type { Resource } from '../resources/resource.ts';
import type { Stored } from '../stored.ts';

/** What each row of a Table carries of its object (parameter includeObject). */
export type RowObject = 'None' | 'Metadata' | 'Object';

export function rowObjectOf(text: string | undefined): RowObject {
  return text === 'None' || text === 'Object' ? text : 'Metadata';
}

/** A meta.k8s.io/v1 Table. `columns` null: a later event of a watch, whose reader knows them. */
export function tableJson(
  columns: readonly Column[] | null,
  list: readonly Stored[],
  metadata: JsonObject,
  rowObject: RowObject,
  clock: Clock,
): JsonObject {
  return {
    ...{ kind: 'Table', apiVersion: 'meta.k8s.io/v1', metadata },
    columnDefinitions: columns === null ? null : columns.map(columnJson),
    rows: list.map(stored => rowJson(stored, rowObject, clock)),
  };
}

function columnJson({ name, type, format, priority }: Column): JsonObject {
  return { name, type, format, description: '', priority };
}

function rowJson(stored: Stored, rowObject: RowObject, clock: Clock): JsonObject {
  const cells: readonly JsonValue[] = stored.row(clock);
  if (rowObject === 'None') return { cells, object: null };
  return { cells, object: rowObject === 'Object' ? stored.json(clock) : partialJson(stored, clock) };
}

/** An object's metadata alone. */
export function partialJson(stored: Stored, clock: Clock): JsonObject {
  return { kind: 'PartialObjectMetadata', apiVersion: 'meta.k8s.io/v1', metadata: member(stored.json(clock), 'metadata') ?? {} };
}

/** The columns of a resource, as a Table names them. */
export function columnsOf(resource: Resource): readonly Column[] {
  return resource.columns;
}
