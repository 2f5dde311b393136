import { type ChildProcess, fork } from 'node:child_process'
import type { z } from 'zod'

/** A process of this project with the message it sent once it was ready. */
export interface Started<Ready> {
  ready: Ready
  /** Asks it to end, and waits until it has. */
  stop(): Promise<void>
}

/** Starts a file under this Node, its log thrown away. Rejects where it ends before it is ready. */
export async function startProcess<Ready>(
  file: string,
  args: string[],
  schema: z.ZodType<Ready>,
): Promise<Started<Ready>> {
  const child = fork(file, args, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const message = await new Promise<unknown>((resolve, reject) => {
    child.once('message', resolve)
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code} before it was ready.`)))
  })
  return { ready: schema.parse(message), stop: () => stop(child) }
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve()
    const forced = setTimeout(() => child.kill('SIGKILL'), 10_000)
    child.once('exit', () => {
      clearTimeout(forced)
      resolve()
    })
    child.disconnect()
  })
}
