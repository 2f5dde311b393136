import { spawn } from 'node:child_process'
import path from 'node:path'

/** One of our programs in a process of its own, with nothing in its environment but what is given. */
export interface Process {
  /** Resolves once the output holds the words; rejects with the output where it ends before. */
  says(words: string): Promise<void>
  ended: Promise<{ code: number | null; output: string }>
  signal(name: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): void
}

const root = path.resolve(import.meta.dirname, '../..')

/** Starts `file`, a path from the project's root, with the arguments that follow. */
export function startProcess(
  file: string,
  environment: Record<string, string>,
  args: string[] = [],
): Process {
  const child = spawn(process.execPath, [path.join(root, file), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, ...environment },
  })
  let output = ''
  const listeners = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => {
      output += text.toString()
      for (const listener of listeners) listener()
    })
  const ended = new Promise<{ code: number | null; output: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, output })),
  )
  return {
    ended,
    says: (words) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (output.includes(words)) resolve()
        }
        listeners.add(look)
        look()
        ended.then(() => reject(new Error(`It ended without saying “${words}”: ${output}`)))
      }),
    signal: (name) => child.kill(name),
  }
}
