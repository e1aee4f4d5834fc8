/** A whole manifest to start from, with tab stops. It passes validation as it is inserted. */
export interface Skeleton {
  readonly label: string;
  readonly detail: string;
  readonly text: string;
}
