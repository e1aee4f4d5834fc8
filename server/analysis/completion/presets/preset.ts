/** A piece of a manifest that is written as a whole, with tab stops. */
export interface Preset {
  /** The API type and field that it is a value of: of a key that is still missing, or an entry of a list. */
  readonly type: string;
  readonly field: string;
  readonly place: 'key' | 'item';
  readonly label: string;
  readonly detail: string;
  /** The lines below the key, or behind the dash, indented by two blanks a level. */
  readonly lines: readonly string[];
}
