// The quick loop: types, lint, unit tests.
import { spawnSync } from 'node:child_process';

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
for (const step of ['types', 'lint', 'unit']) {
  const run = spawnSync(npm, ['run', '--silent', step], { stdio: 'inherit', shell: process.platform === 'win32' });
  if (run.status !== 0) {
    console.error(`${step} failed`);
    process.exit(run.status ?? 1);
  }
}
