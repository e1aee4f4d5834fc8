/** The kubectl tables the panel can show. */
export type Table = 'daemonSets' | 'pods' | 'events' | 'describe' | 'revisions';
