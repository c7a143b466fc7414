import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Without windows of its own the browser starts and loads pages in two thirds of the time. */
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/**
 * Finds a Chromium for the end-to-end tests: `CHROMIUM` in the environment, then one on the system, then Debian's
 * package where this is root on a machine with apt, then Playwright's own download.
 * @returns its path; null where Playwright's own is used.
 */
export function findChromium() {
  const named = process.env.CHROMIUM;
  if (named && existsSync(named)) return named;
  return onPath() ?? fromApt() ?? fromPlaywright();
}

function onPath() {
  for (const name of names) {
    const { status, stdout } = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
    if (status === 0) return stdout.trim();
  }
  return null;
}

function fromApt() {
  if (process.getuid?.() !== 0 || spawnSync('sh', ['-c', 'command -v apt-get']).status !== 0) return null;
  console.log('Installing Chromium with apt …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const install = (name) =>
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name, 'fonts-liberation'], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    }).status === 0;
  // Not every release has the first one.
  return install('chromium-headless-shell') || install('chromium') ? onPath() : null;
}

function fromPlaywright() {
  console.log('Installing Playwright’s Chromium …');
  execFileSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit' });
  return null;
}
