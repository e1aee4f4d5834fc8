import { withFolderSettings } from '../analysis/folderSettings.ts';
import type { AnalysisSettings } from '../analysis/settings.ts';
import { folderSettingsOf } from './folderSettings.ts';
import type { OpenFile } from './openFiles.ts';
import type { Session } from './session.ts';

/** How a file is to be judged: by the settings of its folder, for want of these by the user's, in its own surroundings. */
export function analysisOf(session: Session, file: OpenFile): AnalysisSettings {
  const settings = withFolderSettings(session.settings.analysis, folderSettingsOf(session, file.uri));
  const around = session.around.get(file.uri);
  return around === undefined ? settings : { ...settings, around };
}
