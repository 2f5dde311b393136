import path from 'node:path'
import { buildChanged } from './build-changed.ts'

/** Builds the pages whose sources changed since they were last built. */

const targets = [
  { name: 'pod', config: 'psa-pod/vite.config.ts', sources: ['psa-pod', 'shared'] },
  { name: 'studio', config: 'extension/studio/vite.config.ts', sources: ['extension/studio', 'shared'] },
  {
    name: 'sandbox-page',
    config: 'scripts/sandbox/connectwise/page/vite.config.ts',
    sources: ['scripts/sandbox/connectwise/page'],
  },
] as const

await buildChanged(path.resolve(import.meta.dirname, '../..'), targets, {
  async build(configFile) {
    // Loaded only where it is needed: every start comes through here.
    const { build } = await import('vite')
    await build({ configFile, logLevel: 'warn' })
  },
  print: (line) => console.log(line),
})
