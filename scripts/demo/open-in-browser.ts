import { spawn } from 'node:child_process'
import { hasDesktop } from './environment.ts'

/** Opens a link where a person would see it: on a desktop, from a terminal. Elsewhere the printed link has to do. */
export function openInBrowser(link: string): void {
  if (!process.stdout.isTTY || !hasDesktop(process.platform)) return
  const [command, ...args] = opener(link)
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}

function opener(link: string): [string, ...string[]] {
  if (process.platform === 'darwin') return ['open', link]
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', link]
  return ['xdg-open', link]
}
