/** What a command's end means to a shell or a CI job. */
export const exitCodes = {
  fine: 0,
  /** `lint`: a finding of level error; `simulate`: a limit is exceeded. */
  findings: 1,
  /** Wrong use, or input that cannot be read. */
  wrongUse: 2,
  /** A mistake of ours. */
  failure: 3,
} as const;
