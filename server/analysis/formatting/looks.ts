/** What an editor's settings say of a file's looks. */
export interface Looks {
  /** Columns that a level of keys is indented by. */
  readonly indent: number;
  readonly trimTrailingWhitespace: boolean;
}
