import { defineConfig } from '@playwright/test';

const port = 4173;

/** The built page in a real Chromium; `CHROMIUM` names one on the system, otherwise Playwright's own is used. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: `http://localhost:${port}/`,
    viewport: { width: 1280, height: 800 },
    // Except where it is what is tested: it would answer what a test means to.
    serviceWorkers: 'block',
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
  webServer: [
    { command: `npx vite preview --port ${port} --strictPort`, port, reuseExistingServer: false },
    { command: 'node scripts/serve-examples.mjs', port: 4174, reuseExistingServer: false },
  ],
});
