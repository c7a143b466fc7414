import { defineConfig, type Project } from '@playwright/test';

const port = 4173;
const smoke = '**/e2e/engines/*.spec.ts';

/**
 * What the built page is tried in. Playwright's own three run all tests; `CHROMIUM` names one on the system instead of its
 * Chromium. Firefox and WebKitGTK as Debian packs them, which it cannot drive, run a smoke of their own (e2e/engines).
 */
const projects: Readonly<Record<string, Project>> = {
  chromium: {
    testIgnore: smoke,
    use: {
      browserName: 'chromium',
      launchOptions: {
        ...(process.env['CHROMIUM'] ? { executablePath: process.env['CHROMIUM'] } : {}),
        // WebGL in software, as the machines that run the tests have no GPU; the page itself is painted without it, as
        // browsers do there (composited through software GL it would reach half the frame rate).
        args: [
          '--no-sandbox',
          '--disable-background-networking',
          '--use-angle=swiftshader',
          '--enable-unsafe-swiftshader',
          '--disable-gpu-compositing',
          // A page lives for seconds here: to compile what its workers run once more costs more than it gains.
          '--js-flags=--no-opt',
        ],
      },
    },
  },
  firefox: {
    testIgnore: smoke,
    use: { browserName: 'firefox', launchOptions: { firefoxUserPrefs: { 'webgl.force-enabled': true } } },
  },
  webkit: { testIgnore: smoke, use: { browserName: 'webkit' } },
  'firefox-esr': { testMatch: smoke },
  webkitgtk: { testMatch: smoke },
};
/** Which of them, by names with commas between. */
const wanted = (process.env['BROWSERS'] ?? 'chromium').split(',');

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  // For what hangs: on a machine that is busy with others everything takes ten times as long.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: `http://localhost:${port}/`,
    viewport: { width: 1280, height: 800 },
    // Except where it is what is tested: it would answer what a test means to.
    serviceWorkers: 'block',
  },
  projects: wanted.map((name) => {
    const project = projects[name];
    if (!project) throw new Error(`BROWSERS: ${name} is none of ${Object.keys(projects).join(', ')}`);
    return { ...project, name };
  }),
  webServer: [
    { command: `npx vite preview --port ${port} --strictPort`, port, reuseExistingServer: false },
    { command: 'node scripts/serve-examples.mjs', port: 4174, reuseExistingServer: false },
  ],
});
