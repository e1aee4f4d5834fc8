/** The tables the panel can show: kubectl's, and what the controller did with its reasons. */
export type Table = 'daemonSets' | 'pods' | 'events' | 'describe' | 'revisions' | 'reasons';
