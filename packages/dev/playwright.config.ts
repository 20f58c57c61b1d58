import { defineConfig } from '@playwright/test';

/** The journeys of people through the whole product, on the embedded platform (`PLATFORM=real` for the other). */
export default defineConfig({
  testDir: './e2e',
  // They share one running product, and each goes on where the platform stands.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 240_000,
  expect: { timeout: 20_000 },
  globalSetup: require.resolve('./e2e/globalSetup'),
  reporter: [['list'], ['json']],
  outputDir: '../../.dev/test/playwright',
  use: {
    viewport: { width: 1440, height: 1000 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || undefined,
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});
