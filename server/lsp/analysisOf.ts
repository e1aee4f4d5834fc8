import type { AnalysisSettings } from '../analysis/settings.ts';
import type { OpenFile } from './openFiles.ts';
import type { Session } from './session.ts';

/** How a file is to be judged: by the user's settings, in its own surroundings. */
export function analysisOf(session: Session, file: OpenFile): AnalysisSettings {
  const around = session.around.get(file.uri);
  return around === undefined ? session.settings.analysis : { ...session.settings.analysis, around };
}
