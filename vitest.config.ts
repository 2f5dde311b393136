import preact from '@preact/preset-vite'
import { defineConfig } from 'vitest/config'
import { isLongRun } from './shared/testing/test-runs.ts'

const apiTests = [
  'api/{db,features,live,pages}/**/*.test.ts',
  'api/delivery/**/*.database.test.ts',
  'api/*.test.ts',
]

// Large counts take their time; the usual ones are done in seconds even on a busy machine.
const testTimeout = isLongRun ? 1_200_000 : 60_000

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          testTimeout,
          hookTimeout: testTimeout,
          environment: 'node',
          include: [
            'shared/!(panel)/**/*.test.ts',
            'shared/*.test.ts',
            'api/{ports,adapters,delivery,http,secrets,tokens}/**/*.test.ts',
            'scripts/**/*.test.ts',
          ],
          exclude: ['**/*.database.test.ts', 'scripts/e2e/**'],
        },
      },
      {
        plugins: [preact()],
        test: {
          name: 'panel',
          testTimeout,
          environment: 'happy-dom',
          setupFiles: 'shared/panel/testing/patient-waits.ts',
          include: ['{psa-pod,shared/panel}/**/*.test.{ts,tsx}'],
        },
      },
      {
        test: {
          name: 'extension',
          testTimeout,
          environment: 'happy-dom',
          include: ['extension/**/*.test.{ts,tsx}'],
        },
      },
      {
        test: {
          name: 'api on embedded',
          testTimeout,
          hookTimeout: testTimeout,
          environment: 'node',
          include: apiTests,
          globalSetup: 'api/testing/embedded-setup.ts',
          isolate: false,
        },
      },
      {
        test: {
          name: 'api on a server',
          testTimeout,
          hookTimeout: testTimeout,
          environment: 'node',
          include: apiTests,
          globalSetup: 'scripts/postgres/server-setup.ts',
        },
      },
    ],
  },
})
