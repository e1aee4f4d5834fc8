/** Recorded commands whose words the simulation cannot have, by id, with the reason. They run all the same, as later ones build on them. */
export const differing: Readonly<Record<string, string>> = {};
