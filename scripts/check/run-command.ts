import { spawn } from 'node:child_process'
import path from 'node:path'

/** Runs a tool of this project with its output shown; resolves to whether it ended well. */
export function runCommand(
  [name = '', ...args]: string[],
  options: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<boolean> {
  const bin = path.join(options.cwd, 'node_modules', '.bin')
  const isWindows = process.platform === 'win32'
  const file = name === 'node' ? process.execPath : path.join(bin, isWindows ? `${name}.cmd` : name)
  return new Promise((resolve) => {
    const child = spawn(file, args, { ...options, stdio: 'inherit', shell: isWindows && name !== 'node' })
    child.on('error', (error) => {
      console.error(`${name} could not be started: ${error.message}`)
      resolve(false)
    })
    child.on('exit', (code) => resolve(code === 0))
  })
}
