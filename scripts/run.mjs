// Plain Node without dependencies: installs what the lock says when needed, then runs programs under the pinned Node,
// one after the other: node scripts/run.mjs scripts/build/build.ts api/server.ts; what follows goes to the last one.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const isWindows = process.platform === 'win32'

function install() {
  const stamp = path.join(root, 'node_modules', '.install-stamp')
  const lock = readFileSync(path.join(root, 'package-lock.json'))
  const wanted = createHash('sha256')
    .update(lock)
    .update(process.platform + process.arch)
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  process.stdout.write('Installing (once, until the lock file changes) …\n')
  // Set by npm while it runs a script: the same npm is used again.
  const npmCli = process.env.npm_execpath
  const [command, ...first] = npmCli?.endsWith('.js') ? [process.execPath, npmCli] : ['npm']
  const { status } = spawnSync(
    command,
    [...first, 'ci', '--include=optional', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: root, stdio: 'inherit', shell: isWindows && command === 'npm' },
  )
  if (status !== 0) process.exit(status ?? 1)
  writeFileSync(stamp, wanted)
}

/** The pinned Node first on the path, so that every program and its children run under it. */
function withPinnedNode() {
  const family = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'
  const name = `${family}-${isWindows ? 'win' : process.platform}-${process.arch}`
  const bin = path.join(root, 'node_modules', name, 'bin')
  const node = path.join(bin, isWindows ? 'node.exe' : 'node')
  const env = { ...process.env }
  const key = Object.keys(env).find((each) => each.toUpperCase() === 'PATH') ?? 'PATH'
  const tools = [path.join(root, 'node_modules', '.bin'), env[key]]
  const isPinned = existsSync(node)
  env[key] = [...(isPinned ? [bin] : []), ...tools].join(path.delimiter)
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (!isPinned && (major < 22 || (major === 22 && minor < 18))) {
    console.error(
      `Node 22.18 or newer is needed: the package ${name} was not installed, and this is ${process.version}.`,
    )
    process.exit(1)
  }
  return { node: isPinned ? node : process.execPath, env }
}

install()
const { node, env } = withPinnedNode()
const given = process.argv.slice(2)
const isProgram = (each) => /^(scripts|api)\/.+\.ts$/.test(each)
const firstOther = given.findIndex((each) => !isProgram(each))
const programs = firstOther === -1 ? given : given.slice(0, firstOther)
const rest = given.slice(programs.length)

let running
// The terminal sends Ctrl-C to the child as well, which may so hear it twice; this process waits until it has closed.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => running?.kill(signal))

for (const [index, program] of programs.entries()) {
  const args = index === programs.length - 1 ? rest : []
  running = spawn(node, [program, ...args], { cwd: root, stdio: 'inherit', env })
  const code = await new Promise((resolve) => {
    running.on('exit', (status, signal) => resolve(status ?? 128 + constants.signals[signal]))
    running.on('error', (error) => {
      console.error(`${program} could not be started: ${error.message}`)
      resolve(1)
    })
  })
  if (code !== 0) process.exit(code)
}
