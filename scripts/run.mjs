// Plain Node without dependencies: installs what the lock says when needed, then runs an npm script under the pinned Node.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const isWindows = process.platform === 'win32'

// Set by npm while it runs a script: the same npm is used again.
const npmCli = process.env.npm_execpath
const npmCommand = npmCli?.endsWith('.js') ? [process.execPath, npmCli] : ['npm']

function install() {
  const stamp = path.join(root, 'node_modules', '.install-stamp')
  const lock = readFileSync(path.join(root, 'package-lock.json'))
  const wanted = createHash('sha256')
    .update(lock)
    .update(process.platform + process.arch)
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  process.stdout.write('Installing (once, until the lock file changes) …\n')
  const [command, ...first] = npmCommand
  const { status } = spawnSync(
    command,
    [...first, 'ci', '--include=optional', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: root, stdio: 'inherit', shell: isWindows && command === 'npm' },
  )
  if (status !== 0) process.exit(status ?? 1)
  writeFileSync(stamp, wanted)
}

function withPinnedNode() {
  const family = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'
  const name = `${family}-${isWindows ? 'win' : process.platform}-${process.arch}`
  const bin = path.join(root, 'node_modules', name, 'bin')
  const env = { ...process.env }
  const key = Object.keys(env).find((each) => each.toUpperCase() === 'PATH') ?? 'PATH'
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (existsSync(path.join(bin, isWindows ? 'node.exe' : 'node'))) env[key] = bin + path.delimiter + env[key]
  else if (major < 22 || (major === 22 && minor < 18)) {
    console.error(
      `Node 22.18 or newer is needed: the package ${name} was not installed, and this is ${process.version}.`,
    )
    process.exit(1)
  }
  return env
}

install()
const [script, ...rest] = process.argv.slice(2)
const [command, ...first] = npmCommand
const child = spawn(
  command,
  [...first, 'run', '--silent', script, ...(rest.length > 0 ? ['--', ...rest] : [])],
  { cwd: root, stdio: 'inherit', env: withPinnedNode(), shell: isWindows && command === 'npm' },
)
// The terminal sends Ctrl-C to the child as well; this process waits for it to close cleanly.
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => signal === 'SIGTERM' && child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 0))
