import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumArguments } from './scripts/chromium-arguments.mjs';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

export default defineConfig({
  test: {
    projects: [
      {
        // Everything that needs no page.
        test: {
          name: 'node',
          // A busy machine is no failure.
          testTimeout: 60_000,
          include: [
            'packages/*/{src,test}/**/*.test.ts',
            'bench/src/**/*.test.ts',
            'forms/**/*.test.ts',
            'scripts/**/*.test.ts',
          ],
          exclude: ['**/*.browser.test.ts', '**/node_modules/**', '**/dist/**'],
        },
      },
      {
        // Elements and templates in real Chromium.
        test: {
          name: 'chromium',
          sequence: { groupOrder: 1 },
          include: ['packages/*/{src,test}/**/*.browser.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath, args: chromiumArguments } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        // Journeys through a running server.
        test: {
          name: 'e2e',
          // Alone at the end: servers and browsers need both cores.
          sequence: { groupOrder: 2 },
          include: ['e2e/**/*.test.ts', 'examples/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
