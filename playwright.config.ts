import { defineConfig } from '@playwright/test'
import { isBuildMachine, namedChromium } from './scripts/check/environment.ts'

const safeArgs = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export default defineConfig({
  testDir: 'scripts/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'dist/test-results/end-to-end',
  workers: 2,
  fullyParallel: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: isBuildMachine,
  use: {
    viewport: { width: 1366, height: 768 },
    launchOptions: { executablePath: namedChromium ?? '/usr/bin/chromium', args: safeArgs },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
})
