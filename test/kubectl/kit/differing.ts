/** Recorded commands whose words the simulation cannot have, by id, with the reason. They run all the same, and must differ. */
export const differing: Readonly<Record<string, string>> = {};
