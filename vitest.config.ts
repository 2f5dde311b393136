import preact from '@preact/preset-vite'
import { defineConfig } from 'vitest/config'

const apiTests = [
  'api/{db,features,live,pages}/**/*.test.ts',
  'api/delivery/**/*.database.test.ts',
  'api/*.test.ts',
]

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
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
          environment: 'happy-dom',
          include: ['{psa-pod,shared/panel}/**/*.test.{ts,tsx}'],
        },
      },
      {
        test: {
          name: 'api on embedded',
          environment: 'node',
          include: apiTests,
          globalSetup: 'api/testing/embedded-setup.ts',
          isolate: false,
        },
      },
      {
        test: {
          name: 'api on a server',
          environment: 'node',
          include: apiTests,
          globalSetup: 'scripts/postgres/server-setup.ts',
        },
      },
    ],
  },
})
