import fs from 'node:fs';
import path from 'node:path';

/** Whether a shell would find kubectl. It is the user's own: none comes with us, and none is downloaded. */
export function hasKubectl(searchPath: string = process.env.PATH ?? '', windows: boolean = process.platform === 'win32'): boolean {
  const names = windows ? ['kubectl.exe', 'kubectl.cmd', 'kubectl.bat'] : ['kubectl'];
  const folders = searchPath.split(windows ? ';' : ':').filter(folder => folder !== '');
  return folders.some(folder => names.some(name => isProgram(path.join(folder, name))));
}

function isProgram(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}
