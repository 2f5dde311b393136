import preact from '@preact/preset-vite'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: [
            'shared/**/*.test.ts',
            'api/{ports,adapters,delivery,live}/**/*.test.ts',
            'scripts/**/*.test.ts',
          ],
        },
      },
      {
        plugins: [preact()],
        test: { name: 'panel', environment: 'happy-dom', include: ['{psa-pod,shared/panel}/**/*.test.tsx'] },
      },
    ],
  },
})
