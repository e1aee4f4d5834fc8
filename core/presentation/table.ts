/** A column of a table, as the API server's Table format defines it (meta.k8s.io/v1 TableColumnDefinition). */
export interface Column {
  /** `Up-to-date`; kubectl writes it in capitals. */
  readonly name: string;
  readonly type: 'string' | 'integer';
  readonly format: '' | 'name';
  /** 1: only shown with `-o wide`. */
  readonly priority: 0 | 1;
}

export type Cell = string | number;

/** What the API server answers to `kubectl get`: rows as long as the list of columns. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface TableOptions {
  /** `-o wide`. */
  readonly wide?: boolean;
  /** `--no-headers`. */
  readonly noHeaders?: boolean;
  /** With `-A`: the namespace of each row, in a first column of its own. */
  readonly namespaces?: readonly string[];
}

/** A text column; `wide` ones are only shown with `-o wide`. */
export function textColumn(name: string, wide: 'wide' | 'always' = 'always'): Column {
  return { name, type: 'string', format: '', priority: wide === 'wide' ? 1 : 0 };
}

export function nameColumn(wide: 'wide' | 'always' = 'always'): Column {
  return { name: 'Name', type: 'string', format: 'name', priority: wide === 'wide' ? 1 : 0 };
}

export function numberColumn(name: string): Column {
  return { name, type: 'integer', format: '', priority: 0 };
}

/**
 * The table as `kubectl get` prints it, each line ended by a line feed; empty when there are no rows (kubectl then says
 * `No resources found` on stderr).
 */
export function tableText(table: Table, options: TableOptions = {}): string {
  if (table.rows.length === 0) return '';
  const shown = table.columns.flatMap((column, index) => (column.priority === 0 || options.wide === true ? [index] : []));
  const lines = table.rows.map(row => shown.map(index => oneLine(String(row[index] ?? ''))));
  if (options.noHeaders !== true) lines.unshift(shown.map(index => (table.columns[index]?.name ?? '').toUpperCase()));
  const { namespaces } = options;
  if (namespaces === undefined) return alignCells(lines);
  const first = options.noHeaders === true ? namespaces : ['NAMESPACE', ...namespaces];
  return alignCells(lines.map((line, index) => [first[index] ?? '', ...line]));
}

/** A cell with a line break is cut there (cli-runtime printers, tableprinter). */
function oneLine(text: string): string {
  const cut = text.search(/[\f\n\r]/);
  return cut < 0 ? text : `${text.slice(0, cut)}...`;
}

/** kubectl's table writer: columns at least 6 wide, three spaces between them, the last one as it is. */
function alignCells(lines: readonly (readonly string[])[]): string {
  const widths = columnWidths(lines);
  return lines.map(line => `${line.map((cell, i) => (i === line.length - 1 ? cell : pad(cell, widths[i] ?? 0))).join('')}\n`).join('');
}

function columnWidths(lines: readonly (readonly string[])[]): number[] {
  const widths: number[] = [];
  for (const line of lines) {
    for (let i = 0; i < line.length; i++) widths[i] = Math.max(widths[i] ?? 6, textWidth(line[i] ?? '') + 3);
  }
  return widths;
}

/** Width in code points, as Go's tabwriter counts it. */
export function textWidth(text: string): number {
  let width = 0;
  for (const _ of text) width++;
  return width;
}

/** The text filled up with spaces to a width. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - textWidth(text)));
}
