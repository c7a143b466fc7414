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

/**
 * Firefox and WebKitGTK as Debian packs them, for the smoke of the other engines: those on the system, and those that can be
 * installed where this is root on a machine with apt.
 * @returns the name of each one's tests, and whether they can be run.
 */
export function findEngines() {
  return Object.entries(engines).map(([name, { packages, commands }]) => {
    const there = () => commands.every((command) => pathOf(command) !== null);
    return { name, packages, found: there() || (aptInstall([...packages, 'poppler-utils']) && there()) };
  });
}

const engines = {
  'firefox-esr': { packages: ['firefox-esr', 'xvfb'], commands: ['firefox-esr', 'Xvfb'] },
  webkitgtk: { packages: ['webkit2gtk-driver', 'xvfb'], commands: ['WebKitWebDriver', 'Xvfb'] },
};

function pathOf(command) {
  const { status, stdout } = spawnSync('sh', ['-c', `command -v ${command}`], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

function onPath() {
  for (const name of names) {
    const path = pathOf(name);
    if (path) return path;
  }
  return null;
}

function fromApt() {
  // Not every release has the first one.
  return aptInstall(['chromium-headless-shell', 'fonts-liberation']) || aptInstall(['chromium', 'fonts-liberation'])
    ? onPath()
    : null;
}

/** @returns whether Debian's packages could be installed: only root can, on a machine with apt. */
function aptInstall(packages) {
  if (process.getuid?.() !== 0 || pathOf('apt-get') === null) return false;
  console.log(`Installing ${packages.join(', ')} with apt …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...given) => spawnSync('apt-get', given, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  apt('update', '-qq');
  return apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
}

function fromPlaywright() {
  console.log('Installing Playwright’s Chromium …');
  execFileSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit' });
  return null;
}
