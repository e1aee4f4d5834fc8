/** Forecasts over many seeds: the 95th percentile of duration and of nodes without the agent, as text; empty where it says nothing new. */
export interface SpreadText {
  readonly duration: string;
  readonly worst: string;
}
