import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../../..')

/** Builds the pages whose sources changed. Rejects where that fails. */
export async function buildPages(): Promise<void> {
  const child = spawn(process.execPath, ['scripts/build/build.ts'], { cwd: root, stdio: 'inherit' })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error('The pages could not be built.')
}
